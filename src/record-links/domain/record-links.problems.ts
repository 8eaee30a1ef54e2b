import { problem } from '../../kernel/refusal.js';

export const sameRecord = problem('same_record', 'unprocessable', {
  en: { title: 'One record', detail: 'A record is joined with another one. Name two different records.' },
  fr: { title: 'Un seul dossier', detail: 'Un dossier se relie à un autre. Nommez deux dossiers différents.' },
});

export const alreadyJoined = problem('already_joined', 'conflict', {
  en: {
    title: 'Joined already',
    detail: 'These two records are joined. The link is among those of either record; part it there if it is wrong.',
  },
  fr: {
    title: 'Déjà reliés',
    detail:
      'Ces deux dossiers sont reliés. Le lien se trouve parmi ceux de chaque dossier ; défaites-le là s’il est erroné.',
  },
});

export const agreementInFuture = problem('agreement_in_future', 'unprocessable', {
  en: {
    title: 'Not agreed yet',
    detail: 'Send in `agreedAt` when the client agreed: an instant that has passed. Ask first, then join.',
  },
  fr: {
    title: 'Pas encore d’accord',
    detail: 'Envoyez dans `agreedAt` quand la personne a donné son accord : un moment passé. Demandez d’abord.',
  },
});
