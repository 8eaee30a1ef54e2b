import { problem } from '../../kernel/refusal.js';

export const notYourService = problem('not_your_service', 'forbidden', {
  en: {
    title: 'Another organisation’s service',
    detail:
      'Only its own organisation sees who waits there, and changes what is said of it. Tell them what you found out.',
  },
  fr: {
    title: 'Service d’un autre organisme',
    detail: 'Seul son organisme voit qui y attend et change ce qui en est dit. Dites-leur ce que vous avez appris.',
  },
});

export const serviceClosed = problem('service_closed', 'conflict', {
  en: {
    title: 'This service has closed',
    detail: 'It takes nobody any more and stays as it was. Look for another one with GET /v1/services.',
  },
  fr: {
    title: 'Ce service a fermé',
    detail: 'Il n’accueille plus personne et reste tel qu’il était. Cherchez-en un autre avec GET /v1/services.',
  },
});
