import { problem } from '../../kernel/refusal.js';

export const notYourContact = problem('contact_of_another', 'forbidden', {
  en: {
    title: 'Written by somebody else',
    detail:
      'A contact is amended by whoever wrote it down, in the role of then. Log a contact of your own that says what differs.',
  },
  fr: {
    title: 'Écrit par une autre personne',
    detail:
      'Un contact est modifié par la personne qui l’a noté, dans son rôle d’alors. Notez un contact à vous qui dit ce qui diffère.',
  },
});
