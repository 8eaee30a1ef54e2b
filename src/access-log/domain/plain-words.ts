import type { DataClass } from '../../access/policy.js';
import type { Sentence } from '../../kernel/refusal.js';

type Words = Readonly<Record<string, Sentence>>;

/** A code in words, or, where this version has none, as it stands without its underscores. */
export const inWords = (words: Words, code: string): Sentence => words[code] ?? asItStands(code);

const asItStands = (code: string): Sentence => ({ en: code.replaceAll('_', ' '), fr: code.replaceAll('_', ' ') });

export const CLASS_WORDS: Readonly<Record<DataClass, Sentence>> = {
  identity_name: { en: 'your names and birth date', fr: 'vos noms et votre date de naissance' },
  identity_contact: { en: 'how to reach you and who stands by you', fr: 'comment vous joindre et qui est à vos côtés' },
  coordination: {
    en: 'your plan, goals, needs and appointments',
    fr: 'votre plan, vos objectifs, besoins et rendez-vous',
  },
  medication: { en: 'your medicines', fr: 'vos médicaments' },
  substance_use: { en: 'what you told about substances', fr: 'ce que vous avez dit des substances' },
  mental_health: { en: 'how you feel and what keeps you safe', fr: 'comment vous allez et ce qui vous protège' },
  counselling: { en: 'a counsellor’s own notes', fr: 'les notes propres d’une conseillère ou d’un conseiller' },
};

export const GROUND_WORDS: Words = {
  care_team: { en: 'is on your team', fr: 'fait partie de votre équipe' },
  supervision: {
    en: 'coordinates the organisation that keeps your record',
    fr: 'coordonne l’organisme qui tient votre dossier',
  },
  consent: { en: 'you agreed to it', fr: 'vous y avez consenti' },
  referral: { en: 'is named in a referral of yours', fr: 'figure dans un de vos aiguillages' },
  routing: { en: 'works at your pharmacy', fr: 'travaille à votre pharmacie' },
  break_glass: {
    en: 'opened it in an emergency, with a reason that is reviewed',
    fr: 'l’a ouvert en urgence, pour un motif qui est examiné',
  },
  receiver_link: {
    en: 'came by a link to one referral of yours',
    fr: 'par un lien vers un de vos aiguillages',
  },
  client_link: { en: 'came by your own link', fr: 'par votre propre lien' },
  home_organisation: {
    en: 'answers for privacy at the organisation that keeps your record',
    fr: 'répond de la vie privée à l’organisme qui tient votre dossier',
  },
};

export const PURPOSE_WORDS: Words = {
  treatment: { en: 'for treatment', fr: 'pour des soins' },
  care_management: { en: 'to plan and follow your support', fr: 'pour planifier et suivre votre accompagnement' },
  operations: { en: 'for the running of the service', fr: 'pour le fonctionnement du service' },
  emergency: { en: 'in an emergency', fr: 'en urgence' },
  client_request: { en: 'at your own request', fr: 'à votre demande' },
};

export const OUTCOME_WORDS: Words = {
  done: { en: 'done', fr: 'fait' },
  not_let_in: { en: 'not let in', fr: 'accès non accordé' },
};

/** Who did what no person did. */
export const NOBODY: Sentence = { en: 'the programme, by itself', fr: 'le programme, de lui-même' };
/** Whose entry is no longer among the staff. */
export const SOMEBODY: Sentence = {
  en: 'somebody whose name is not known any more',
  fr: 'une personne dont le nom n’est plus connu',
};
/** Whoever holds a link and has not shown that it is she. */
export const WITH_LINK: Sentence = { en: 'somebody with your link', fr: 'quelqu’un avec votre lien' };
/** A client who tried another record than her own. */
export const ANOTHER_CLIENT: Sentence = {
  en: 'somebody else who came by a link',
  fr: 'une autre personne, arrivée par un lien',
};
/** Whoever has the code of a referral’s link: whom she was referred to. */
export const RECEIVER: Sentence = {
  en: 'whom you were referred to, by a link',
  fr: 'le destinataire de votre aiguillage, par un lien',
};
/** Whoever holds such a link and has not shown the code. */
export const WITH_RECEIVER_LINK: Sentence = {
  en: 'somebody with the link of a referral',
  fr: 'quelqu’un avec le lien d’un aiguillage',
};
export const YOU: Sentence = { en: 'you', fr: 'vous' };
