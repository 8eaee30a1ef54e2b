import { problem } from '../../kernel/refusal.js';

export const notByLink = problem('not_by_link', 'conflict', {
  en: {
    title: 'This one is not sent by a link',
    detail:
      'A link is for a referral to somebody without an account who is asked by one: `outside.by` is link. Answers by phone or letter are written down with `onBehalfOfReceiver`.',
  },
  fr: {
    title: 'Celui-ci n’est pas envoyé par un lien',
    detail:
      'Un lien sert à un aiguillage vers une personne sans compte, à qui l’on écrit ainsi : `outside.by` est link. Les réponses par téléphone ou par lettre s’inscrivent avec `onBehalfOfReceiver`.',
  },
});

export const nothingToAnswer = problem('nothing_to_answer', 'conflict', {
  en: {
    title: 'There is nothing to answer',
    detail: 'In the state {state} nobody outside has an answer to give. Send the referral first, or reopen it.',
  },
  fr: {
    title: 'Il n’y a rien à quoi répondre',
    detail:
      'Dans l’état {state}, personne au-dehors n’a de réponse à donner. Envoyez d’abord l’aiguillage ou rouvrez-le.',
  },
});

export const sharesMoreThanYouRead = problem('shares_more_than_you_read', 'forbidden', {
  en: {
    title: 'It shares more than you read',
    detail:
      'Whoever makes a link knows it and its code, and could open it. Ask a colleague who reads every class that this referral shares.',
  },
  fr: {
    title: 'Il partage plus que ce que vous lisez',
    detail:
      'Qui crée un lien le connaît, avec son code, et pourrait l’ouvrir. Demandez à une ou un collègue qui lit chaque classe que partage cet aiguillage.',
  },
});
