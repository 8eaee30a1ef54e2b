import { problem } from '../../kernel/refusal.js';

export const linkNotThere = problem('link_not_there', 'not-found', {
  en: {
    title: 'Nothing is here any more',
    detail: 'This link is not known, was used, or its time is over. Ask whoever gave it to you for a new one.',
  },
  fr: {
    title: 'Il n’y a plus rien ici',
    detail:
      'Ce lien n’est pas connu, a déjà servi, ou son délai est passé. Demandez-en un nouveau à la personne qui vous l’a donné.',
  },
});

export const codeNotAccepted = problem('link_code_not_accepted', 'forbidden', {
  en: { title: 'Not this code', detail: 'Check the six digits that you were told, and type them again.' },
  fr: { title: 'Pas ce code', detail: 'Vérifiez les six chiffres qu’on vous a donnés et saisissez-les de nouveau.' },
});

export const waitForCode = problem('link_code_must_wait', 'too-many', {
  en: { title: 'A moment, please', detail: 'Several codes were not the right one. Try again in {retryAfter} seconds.' },
  fr: {
    title: 'Un instant, s’il vous plaît',
    detail: 'Plusieurs codes n’étaient pas le bon. Réessayez dans {retryAfter} secondes.',
  },
});
