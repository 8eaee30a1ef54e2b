import type { Sentence } from '../../kernel/refusal.js';

const word = (en: string, fr: string): Sentence => ({ en, fr });

/** Why a stay ended, in words that can be shown to whom it is about. */
export const STAY_ENDS = {
  completed: word('You stayed as long as planned', 'Vous êtes resté·e aussi longtemps que prévu'),
  client_decided: word('You decided to go on elsewhere', 'Vous avez décidé de poursuivre ailleurs'),
  programme_decided: word('The programme ended the stay', 'Le programme a mis fin au séjour'),
  moved_to_other_care: word('Other care went on from there', 'D’autres soins ont pris le relais'),
  hospitalised: word('You went to hospital', 'Vous êtes allé·e à l’hôpital'),
  in_custody: word('You were taken into custody', 'Vous avez été mis·e en détention'),
  unsafe_for_client: word('It was no longer safe for you there', 'Ce n’était plus sûr pour vous'),
  deceased: word('The stay ended with a death', 'Le séjour a pris fin par un décès'),
  other: word('Another reason', 'Un autre motif'),
} as const satisfies Record<string, Sentence>;
export type StayEnd = keyof typeof STAY_ENDS;
export const STAY_END_CODES = Object.keys(STAY_ENDS) as readonly StayEnd[];

/** Whether naloxone went along. */
export const NALOXONE = {
  given: word('A kit was given', 'Une trousse a été remise'),
  has_one: word('There is a kit already', 'Il y a déjà une trousse'),
  offered_not_wanted: word('A kit was offered and not wanted', 'Une trousse a été offerte et n’était pas souhaitée'),
  not_offered: word('No kit was offered', 'Aucune trousse n’a été offerte'),
  not_known: word('Nobody here knows', 'On ne le sait pas ici'),
} as const satisfies Record<string, Sentence>;
export type Naloxone = keyof typeof NALOXONE;
export const NALOXONE_CODES = Object.keys(NALOXONE) as readonly Naloxone[];

/** Why somebody is away for a while. */
export const LEAVE_REASONS = {
  weekend: word('A weekend', 'Une fin de semaine'),
  family: word('Family', 'La famille'),
  appointment: word('An appointment', 'Un rendez-vous'),
  court: word('Court', 'Le tribunal'),
  hospital: word('Hospital', 'L’hôpital'),
  left_without_saying: word('Away without having said so', 'Absence sans l’avoir dit'),
  other: word('Another reason', 'Un autre motif'),
} as const satisfies Record<string, Sentence>;
export type LeaveReason = keyof typeof LEAVE_REASONS;
export const LEAVE_CODES = Object.keys(LEAVE_REASONS) as readonly LeaveReason[];
