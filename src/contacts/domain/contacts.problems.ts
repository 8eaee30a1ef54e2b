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

export const contactRetracted = problem('contact_retracted', 'conflict', {
  en: {
    title: 'Taken back',
    detail: 'This contact was taken back as written down by mistake. Log it anew, with the client it was with.',
  },
  fr: {
    title: 'Retiré',
    detail: 'Ce contact a été retiré, noté par erreur. Notez-le de nouveau, auprès de la personne qu’il concerne.',
  },
});
