import { problem } from '../../kernel/refusal.js';

export const successorMissing = problem('goal_successor_missing', 'unprocessable', {
  en: {
    title: 'Which goal did it become?',
    detail: 'Write the new goal down first, then name it in `becomes`. If there is none, use set_aside or reach.',
  },
  fr: {
    title: 'Quel but est-il devenu ?',
    detail:
      'Notez d’abord le nouveau but, puis nommez-le dans `becomes`. S’il n’y en a pas, utilisez set_aside ou reach.',
  },
});

export const successorNotHers = problem('goal_successor_not_hers', 'unprocessable', {
  en: {
    title: 'Not another goal of this client’s',
    detail:
      'Name in `becomes` another goal of the same client that has neither become something else nor been retracted.',
  },
  fr: {
    title: 'Pas un autre but de la même personne',
    detail:
      'Nommez dans `becomes` un autre but de la même personne accompagnée, qui n’est ni devenu autre chose ni retiré.',
  },
});
