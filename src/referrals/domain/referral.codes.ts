import type { Sentence } from '../../kernel/refusal.js';

const word = (en: string, fr: string): Sentence => ({ en, fr });

/** What is asked of the receiver. */
export const ASKS_FOR = {
  residential_programme: word('A residential programme', 'Un programme résidentiel'),
  withdrawal_management: word('Withdrawal management', 'Une gestion du sevrage'),
  oat: word('Opioid agonist treatment', 'Un traitement par agonistes opioïdes'),
  primary_care: word('Primary care', 'Des soins de première ligne'),
  counselling: word('Counselling', 'Du counseling'),
  peer_support: word('Peer support', 'Du soutien par les pairs'),
  supervised_consumption: word('A supervised consumption site', 'Un site de consommation supervisée'),
  housing: word('Housing', 'Un logement'),
  income: word('Income support', 'Un soutien au revenu'),
  identity_documents: word('Identity documents', 'Des pièces d’identité'),
  food: word('Food', 'De la nourriture'),
  other: word('Something else', 'Autre chose'),
} as const satisfies Record<string, Sentence>;
export type AskedFor = keyof typeof ASKS_FOR;

/** How soon. `tonight` is for whoever has nowhere safe to be tonight. */
export const URGENCIES = ['routine', 'soon', 'urgent', 'tonight'] as const;
export type Urgency = (typeof URGENCIES)[number];

export const ASKED_BY = ['client', 'worker', 'supporter'] as const;
export type AskedBy = (typeof ASKED_BY)[number];

export const RECEIVER_KINDS = ['organisation', 'service', 'outside'] as const;
export type ReceiverKind = (typeof RECEIVER_KINDS)[number];

/** How whoever has no account here is asked. */
export const OUTSIDE_BY = ['phone', 'letter', 'link'] as const;
export type OutsideBy = (typeof OUTSIDE_BY)[number];

export const PARTIES = ['sender', 'receiver', 'outside', 'client'] as const;
export type Party = (typeof PARTIES)[number];

/** Who owes the next step. */
export const OWED_BY = ['sender', 'receiver', 'nobody'] as const;
export type OwedBy = (typeof OWED_BY)[number];

/** Why a receiver says no. Each is about what there is, never about her. */
export const DECLINE_REASONS = {
  no_capacity: word('There is no place', 'Il n’y a pas de place'),
  waitlist_closed: word('The waiting list is closed', 'La liste d’attente est fermée'),
  not_eligible_age: word('It is for another age', 'C’est pour un autre âge'),
  not_eligible_gender: word('It is for another gender', 'C’est pour un autre genre'),
  not_eligible_catchment: word('It is for another region', 'C’est pour une autre région'),
  not_eligible_clinical_acuity: word(
    'More care is needed than there is',
    'Il faut plus de soins que ce qui est offert',
  ),
  not_eligible_oat: word('They do not take this treatment in', 'Ce traitement n’y est pas accepté'),
  not_eligible_other_medication: word('They do not take a medicine in', 'Un médicament n’y est pas accepté'),
  not_eligible_legal: word('A legal condition stands against it', 'Une condition juridique s’y oppose'),
  missing_documents: word('Papers are missing', 'Il manque des papiers'),
  preadmission_step_incomplete: word('A step before entry is open', 'Une étape avant l’entrée est ouverte'),
  duplicate: word('It was asked already', 'C’était déjà demandé'),
  service_not_offered: word('They do not offer this', 'Ce n’est pas offert'),
  coverage: word('Nobody pays for it', 'Ce n’est pas couvert'),
} as const satisfies Record<string, Sentence>;
export type DeclineReason = keyof typeof DECLINE_REASONS;

/** How something that had begun came to its end. */
export const FINISH_REASONS = {
  goal_met: word('What was wanted is reached', 'Ce qui était voulu est atteint'),
  service_received_partial: word('A part of it was received', 'Une partie a été reçue'),
} as const satisfies Record<string, Sentence>;

/** How what had begun ended before its time: as a stay ends, and never a word about her. */
export const LEAVE_EARLY_REASONS = {
  client_decided: word('The client decided to go on elsewhere', 'La personne a décidé de poursuivre ailleurs'),
  programme_decided: word('The programme ended it', 'Le programme y a mis fin'),
  hospitalised: word('The client went to hospital', 'La personne est allée à l’hôpital'),
  in_custody: word('The client was taken into custody', 'La personne a été mise en détention'),
  unsafe_for_client: word('It was no longer safe there', 'Ce n’était plus sûr pour la personne'),
  other: word('Another reason', 'Un autre motif'),
} as const satisfies Record<string, Sentence>;

/** Why somebody decided that it goes no further. A date that was not attended is not among them. */
export const STOP_REASONS = {
  no_longer_needed: word('It is no longer needed', 'Ce n’est plus nécessaire'),
  unable_to_contact: word('Nobody could reach the client', 'Personne n’a pu joindre la personne'),
  moved: word('The client moved', 'La personne a déménagé'),
  transferred: word('Somebody else took it on', 'Quelqu’un d’autre s’en charge'),
  deceased: word('The client died', 'La personne est décédée'),
  agreement_ended: word('The client no longer shares this', 'La personne ne partage plus ceci'),
  receiver_gone: word('The receiver is no longer there', 'Le destinataire n’existe plus'),
} as const satisfies Record<string, Sentence>;

/** What has to be done before entry. */
export const BEFORE_ENTRY = {
  withdrawal_management: word('Withdrawal management', 'Gestion du sevrage'),
  medical_clearance: word('A physician’s or nurse practitioner’s form', 'Formulaire médical'),
  test: word('A test that the programme asks for', 'Un test que demande le programme'),
  documents: word('Papers', 'Des papiers'),
  oat_arranged: word('Treatment arranged for inside', 'Traitement organisé pour le séjour'),
  income_arranged: word('Income and housing arranged', 'Revenu et logement organisés'),
  other: word('Something else', 'Autre chose'),
} as const satisfies Record<string, Sentence>;
export type BeforeEntry = keyof typeof BEFORE_ENTRY;
