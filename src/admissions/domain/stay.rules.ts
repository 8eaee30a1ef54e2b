import { addDays, civilDateAt, type CivilDate, type Instant } from '../../kernel/civil-time.js';
import type { Fault, Sentence } from '../../kernel/refusal.js';
import type { ServiceKind } from '../../services/domain/service.js';
import type { Naloxone, StayEnd } from './stay.codes.js';
import { stayLifecycle, type StayState } from './stay.lifecycle.js';

/** What somebody stays at. Elsewhere to come is to be there, and no stay begins. */
const STAYED_AT: readonly ServiceKind[] = ['residential_programme', 'withdrawal_management'];
export const isStayedAt = (kind: ServiceKind): boolean => STAYED_AT.includes(kind);

/** Somebody sleeps there, or is away for a while. */
export const isOpen = (state: StayState): boolean => stayLifecycle.openMoves(state, {}).length > 0;

/** What becomes of the referral when a stay ends, as data. */
export const ENDS: Readonly<
  Record<StayEnd, { readonly move: 'finish' | 'leave_early' | 'stop'; readonly because: string }>
> = {
  completed: { move: 'finish', because: 'goal_met' },
  client_decided: { move: 'leave_early', because: 'client_decided' },
  programme_decided: { move: 'leave_early', because: 'programme_decided' },
  moved_to_other_care: { move: 'finish', because: 'service_received_partial' },
  hospitalised: { move: 'leave_early', because: 'hospitalised' },
  in_custody: { move: 'leave_early', because: 'in_custody' },
  unsafe_for_client: { move: 'leave_early', because: 'unsafe_for_client' },
  deceased: { move: 'stop', because: 'deceased' },
  other: { move: 'leave_early', because: 'other' },
};

interface Asked {
  readonly because: StayEnd;
  readonly naloxone?: Naloxone | undefined;
  readonly toldOfLowerTolerance?: boolean | null | undefined;
}
const ASKED = ['naloxone', 'toldOfLowerTolerance'] as const;

/** What is asked of whoever ends a stay, for what may come after it: of everybody who lives, and of nobody who died. */
export function endFaults(end: Asked): readonly Fault[] {
  const isAsked = end.because !== 'deceased';
  return ASKED.filter((name) => (end[name] !== undefined) !== isAsked).map((name) => ({
    pointer: `/end/${name}`,
    ...(isAsked ? NEEDED : NOT_ASKED),
  }));
}
const NEEDED: Omit<Fault, 'pointer'> = {
  code: 'needed_here',
  message: {
    en: 'Say it, or that it is not known: naloxone `not_known`, toldOfLowerTolerance null.',
    fr: 'Dites-le, ou que ce n’est pas connu : naloxone `not_known`, toldOfLowerTolerance null.',
  },
};
const NOT_ASKED: Omit<Fault, 'pointer'> = {
  code: 'not_asked_here',
  message: {
    en: 'This is not asked where the stay ended with a death. Leave it out.',
    fr: 'Ceci n’est pas demandé lorsque le séjour a pris fin par un décès. Omettez-le.',
  },
};

export const plannedEnd = (admittedAt: Instant, zone: string, lengthDays: number | null): CivilDate | null =>
  lengthDays === null ? null : addDays(civilDateAt(admittedAt, zone), lengthDays);

/** Something to do after a stay: within how many days, and what to call it. */
export interface FollowUp {
  readonly days: number;
  readonly title: Sentence;
}

/** [OURS] Proposals, where whoever ends a stay names no others. The days are the ones in which tolerance is lowest. */
export const FOLLOW_UPS: readonly FollowUp[] = [
  { days: 2, title: { en: 'Call after the stay', fr: 'Appeler après le séjour' } },
  { days: 7, title: { en: 'Visit after the stay', fr: 'Rendre visite après le séjour' } },
];

/** [OURS] Where nobody there gave one or offered one, or knows of it: also beside follow-ups that were named. */
export const NALOXONE_OFFER: FollowUp = {
  days: 1,
  title: { en: 'Offer naloxone', fr: 'Offrir de la naloxone' },
};
export const isNaloxoneOwed = (naloxone: Naloxone): boolean => naloxone === 'not_offered' || naloxone === 'not_known';

/** [OURS] Days in which somebody reaches out after a date that she could not come to. */
export const OUTREACH: FollowUp = {
  days: 1,
  title: {
    en: 'Reach out, asking for nothing: a date did not work out',
    fr: 'Prendre des nouvelles, sans rien demander : une date n’a pas convenu',
  },
};
