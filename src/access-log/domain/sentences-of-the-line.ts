import type { Sentence } from '../../kernel/refusal.js';

/** Who calls a response line, and what a client took along from there. The first are never told of in a client's own log. */
export const OF_THE_LINE: Readonly<Record<string, Sentence>> = {
  'caller.created': { en: 'Took the call of somebody new.', fr: 'A pris l’appel d’une nouvelle personne.' },
  'caller.read': { en: 'Looked at who called the line.', fr: 'A consulté qui a appelé la ligne.' },
  'caller.listed': { en: 'Saw a caller in a list of the line.', fr: 'A vu une personne dans une liste de la ligne.' },
  'callers.listed': { en: 'Looked at a list of callers.', fr: 'A consulté une liste de personnes qui ont appelé.' },
  'caller.found': { en: 'Found a caller by a search.', fr: 'A trouvé par une recherche une personne qui a appelé.' },
  'callers.searched': { en: 'Searched for a caller.', fr: 'A cherché une personne qui a appelé.' },
  'caller.changed': { en: 'Changed what stands about a caller.', fr: 'A modifié ce qui est noté d’un appel.' },
  'caller_note.listed': {
    en: 'Looked at what a caller asked to be remembered.',
    fr: 'A consulté ce qu’une personne qui appelle a demandé de retenir.',
  },
  'caller_note.read': {
    en: 'Looked at one thing that a caller asked to be remembered.',
    fr: 'A consulté une chose qu’une personne qui appelle a demandé de retenir.',
  },
  'caller_note.added': {
    en: 'Wrote down what a caller asked to be remembered.',
    fr: 'A noté ce qu’une personne qui appelle a demandé de retenir.',
  },
  'caller_note.changed': {
    en: 'Said in other words what a caller asked to be remembered.',
    fr: 'A reformulé ce qu’une personne qui appelle a demandé de retenir.',
  },
  'caller_note.let_go': {
    en: 'Let go of something that a caller had asked to be remembered.',
    fr: 'A effacé une chose qu’une personne qui appelle avait demandé de retenir.',
  },
  'caller_link.made': {
    en: 'Noted that a call to the line was yours, and what of it you take along.',
    fr: 'A noté qu’un appel à la ligne était le vôtre, et ce que vous en emportez.',
  },
  'caller_link.undone': {
    en: 'Took apart again what tied a call to your record.',
    fr: 'A défait ce qui reliait un appel à votre dossier.',
  },
  'caller_link.read': {
    en: 'Looked at what ties a call to your record.',
    fr: 'A consulté ce qui relie un appel à votre dossier.',
  },
  'caller_link.listed': {
    en: 'Looked at which calls are tied to your record.',
    fr: 'A consulté quels appels sont reliés à votre dossier.',
  },
  'line_history.read': {
    en: 'Looked at what you took along from the line.',
    fr: 'A consulté ce que vous avez emporté de la ligne.',
  },
};
