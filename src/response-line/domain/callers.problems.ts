import { problem } from '../../kernel/refusal.js';

export const whereToCallLacking = problem('where_to_call_lacking', 'unprocessable', {
  en: {
    title: 'Call back where?',
    detail: 'Send in `whereToCall` where and how a call back is fine, or say with `mayBeCalledBack` that none is.',
  },
  fr: {
    title: 'Rappeler où ?',
    detail:
      'Envoyez dans `whereToCall` où et comment rappeler, ou dites avec `mayBeCalledBack` qu’il ne faut pas rappeler.',
  },
});

export const noteLetGo = problem('note_let_go', 'conflict', {
  en: {
    title: 'This was let go',
    detail: 'Its words are kept nowhere any more. Where it is to be remembered after all, write it down anew.',
  },
  fr: {
    title: 'Ceci n’est plus retenu',
    detail: 'Les mots n’en sont plus conservés nulle part. S’il faut tout de même s’en souvenir, notez-le de nouveau.',
  },
});

export const nothingToFindBy = problem('nothing_to_find_by', 'unprocessable', {
  en: {
    title: 'Too little to search by',
    detail: 'Send at least two letters or digits of what the caller goes by.',
  },
  fr: {
    title: 'Trop peu pour chercher',
    detail: 'Envoyez au moins deux lettres ou chiffres du nom que la personne se donne.',
  },
});
