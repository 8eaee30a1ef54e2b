import type { Sentence } from '../../kernel/refusal.js';

const word = (en: string, fr: string): Sentence => ({ en, fr });

/** What came of a date, in words that can be shown to whom it is about. None of them counts against anybody. */
export const OUTCOMES = {
  attended: word('You were there', 'Vous y étiez'),
  did_not_attend: word('That day did not work out', 'Ce jour-là n’a pas convenu'),
  client_rescheduled: word('You asked for another day', 'Vous avez demandé un autre jour'),
  provider_rescheduled: word('They asked for another day', 'Le service a demandé un autre jour'),
  test_result_outside_program_criteria: word(
    'A test result was outside what the programme asks for',
    'Un résultat de test était hors de ce que demande le programme',
  ),
  client_not_ready_today: word('It was not the day for it', 'Ce n’était pas le bon jour'),
  transport: word('There was no way to get there', 'Il n’y avait pas de moyen de s’y rendre'),
  childcare: word('There was nobody to look after a child', 'Il n’y avait personne pour garder un enfant'),
  hospitalised: word('You were in hospital', 'Vous étiez à l’hôpital'),
  in_custody: word('You were in custody', 'Vous étiez en détention'),
  unsafe_for_client: word('It would not have been safe for you', 'Cela n’aurait pas été sûr pour vous'),
  offer_not_taken: word('You chose not to take this offer', 'Vous avez choisi de ne pas prendre cette offre'),
  offer_lapsed: word('The offer was not answered in time', 'L’offre est restée sans réponse à temps'),
} as const satisfies Record<string, Sentence>;
export type Outcome = keyof typeof OUTCOMES;
export const OUTCOME_CODES = Object.keys(OUTCOMES) as readonly Outcome[];

/** How a date was told, and how it was confirmed. */
export const OFFERED_BY = {
  phone: word('By phone', 'Par téléphone'),
  text: word('By text message', 'Par message texte'),
  email: word('By email', 'Par courriel'),
  letter: word('By letter', 'Par lettre'),
  in_person: word('In person', 'En personne'),
  through_worker: word('Through somebody who works with you', 'Par une personne qui travaille avec vous'),
} as const satisfies Record<string, Sentence>;
export type OfferedBy = keyof typeof OFFERED_BY;
export const OFFER_CHANNELS = Object.keys(OFFERED_BY) as readonly OfferedBy[];

/** Why somebody was offered a place before others who stood before them in line. */
export const BEFORE_OTHERS = {
  safety: word('It is not safe to wait', 'Il n’est pas sûr d’attendre'),
  pregnancy: word('A pregnancy', 'Une grossesse'),
  released_or_discharged: word('Just released or discharged', 'Une libération ou un congé récent'),
  offered_and_unable: word('Those before were offered it and could not', 'Les personnes avant ne pouvaient pas'),
  could_not_be_reached: word('Those before could not be reached', 'Les personnes avant n’ont pu être jointes'),
  place_fits_only: word('The place fits only some', 'La place ne convient qu’à certaines personnes'),
  waits_by_choice: word('Those before chose to wait', 'Les personnes avant ont choisi d’attendre'),
  other: word('Another reason', 'Un autre motif'),
} as const satisfies Record<string, Sentence>;
export type BeforeOthers = keyof typeof BEFORE_OTHERS;
export const BEFORE_OTHERS_CODES = Object.keys(BEFORE_OTHERS) as readonly BeforeOthers[];

/** How she gets there. */
export const TRANSPORT = {
  not_needed: word('Not needed', 'Pas nécessaire'),
  arranged: word('Arranged', 'Organisé'),
  to_arrange: word('Still to arrange', 'À organiser'),
  goes_alone: word('Goes alone', 'Y va par ses propres moyens'),
} as const satisfies Record<string, Sentence>;
export type Transport = keyof typeof TRANSPORT;
export const TRANSPORT_CODES = Object.keys(TRANSPORT) as readonly Transport[];

/** How somebody tried to reach her. */
export const REACHED_BY = {
  phone: word('By phone', 'Par téléphone'),
  text: word('By text message', 'Par message texte'),
  email: word('By email', 'Par courriel'),
  letter: word('By letter', 'Par lettre'),
  through_person: word('Through somebody close', 'Par une personne proche'),
  in_person: word('In person', 'En personne'),
  other: word('In another way', 'Autrement'),
} as const satisfies Record<string, Sentence>;
export type ReachedBy = keyof typeof REACHED_BY;
export const REACH_CHANNELS = Object.keys(REACHED_BY) as readonly ReachedBy[];
