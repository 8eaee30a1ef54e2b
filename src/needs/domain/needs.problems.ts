import { problem } from '../../kernel/refusal.js';

export const notWantedNow = problem('help_not_wanted_now', 'conflict', {
  en: {
    title: 'Not now, the client said',
    detail:
      'The client does not want help with this now. When they do, change `wantsHelp` first; until then, leave it.',
  },
  fr: {
    title: 'Pas maintenant, a-t-elle dit',
    detail:
      'La personne accompagnée ne souhaite pas d’aide pour ceci en ce moment. Quand elle en voudra, changez d’abord `wantsHelp` ; d’ici là, laissez.',
  },
});

export const confirmationMissing = problem('confirmation_missing', 'unprocessable', {
  en: {
    title: 'Who says that it is met?',
    detail: 'Send `confirmedBy`: client when the client says so, document when one shows it, worker when you know it.',
  },
  fr: {
    title: 'Qui dit que le besoin est comblé ?',
    detail:
      'Envoyez `confirmedBy` : client quand la personne accompagnée le dit, document quand une pièce le montre, worker quand vous le savez.',
  },
});
