import type { Sentence } from '../../kernel/refusal.js';

/** How long a record is kept, what keeps it longer, and how it ends; and the keys of the house, which concern everybody. */
export const KEEPING: Readonly<Record<string, Sentence>> = {
  'erasure.requested': {
    en: 'Asked that your record be erased.',
    fr: 'A demandé que votre dossier soit effacé.',
  },
  'erasure.read': {
    en: 'Looked at a request to erase your record.',
    fr: 'A consulté une demande d’effacer votre dossier.',
  },
  'erasure.declined': {
    en: 'Decided that your record is not erased.',
    fr: 'A décidé que votre dossier ne soit pas effacé.',
  },
  'erasure.withdrawn': {
    en: 'Took back a request to erase your record.',
    fr: 'A retiré une demande d’effacer votre dossier.',
  },
  'erasure.carried_out': { en: 'Erased your record, for good.', fr: 'A effacé votre dossier, définitivement.' },
  'caller_erasure.requested': {
    en: 'Asked that a caller be erased.',
    fr: 'A demandé qu’une personne qui a appelé soit effacée.',
  },
  'caller_erasure.read': {
    en: 'Looked at a request to erase a caller.',
    fr: 'A consulté une demande d’effacer une personne qui a appelé.',
  },
  'caller_erasure.declined': {
    en: 'Decided that a caller is not erased.',
    fr: 'A décidé qu’une personne qui a appelé ne soit pas effacée.',
  },
  'caller_erasure.withdrawn': {
    en: 'Took back a request to erase a caller.',
    fr: 'A retiré une demande d’effacer une personne qui a appelé.',
  },
  'caller_erasure.carried_out': {
    en: 'Erased what was known of a caller, for good.',
    fr: 'A effacé définitivement ce qui était connu d’une personne qui a appelé.',
  },
  'legal_hold.placed': {
    en: 'Noted that the law asks to keep your record for now.',
    fr: 'A noté que la loi demande de conserver votre dossier pour l’instant.',
  },
  'legal_hold.lifted': {
    en: 'Noted that the law no longer asks to keep your record.',
    fr: 'A noté que la loi ne demande plus de conserver votre dossier.',
  },
  'legal_hold.read': {
    en: 'Looked at why your record is kept.',
    fr: 'A consulté pourquoi votre dossier est conservé.',
  },
  'retention.due_read': {
    en: 'Saw in a list that your record has been kept long enough.',
    fr: 'A vu dans une liste que votre dossier a été conservé assez longtemps.',
  },
  'retention.rule_approved': {
    en: 'Approved how long records are kept.',
    fr: 'A approuvé la durée de conservation des dossiers.',
  },
  'retention.rule_set_aside': {
    en: 'Set aside a rule on how long records are kept.',
    fr: 'A suspendu une règle sur la durée de conservation des dossiers.',
  },
  'keys.exchange_begun': {
    en: 'Began to exchange keys that seal what is written.',
    fr: 'A commencé à remplacer des clés qui scellent ce qui est écrit.',
  },
  'keys.exchanged': {
    en: 'Exchanged keys that seal what is written.',
    fr: 'A remplacé des clés qui scellent ce qui est écrit.',
  },
  'keys.house_key_rotated': { en: 'Made a new key of the house.', fr: 'A créé une nouvelle clé du service.' },
};
