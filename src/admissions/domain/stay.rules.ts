import { addDays, civilDateAt, type CivilDate, type Instant } from '../../kernel/civil-time.js';
import type { Sentence } from '../../kernel/refusal.js';
import type { ServiceKind } from '../../services/domain/service.js';
import type { StayEnd } from './stay.codes.js';
import { stayLifecycle, type StayState } from './stay.lifecycle.js';

/** What somebody stays at. Elsewhere to come is to be there, and no stay begins. */
const STAYED_AT: readonly ServiceKind[] = ['residential_programme', 'withdrawal_management'];
export const isStayedAt = (kind: ServiceKind): boolean => STAYED_AT.includes(kind);

/** Somebody sleeps there, or is away for a while. */
export const isOpen = (state: StayState): boolean => stayLifecycle.openMoves(state, {}).length > 0;

/** What becomes of the referral when a stay ends, as data. */
export const ENDS: Readonly<
  Record<StayEnd, { readonly move: 'finish' | 'leave_early' | 'stop'; readonly because?: string }>
> = {
  completed: { move: 'finish', because: 'goal_met' },
  client_decided: { move: 'leave_early' },
  programme_decided: { move: 'leave_early' },
  moved_to_other_care: { move: 'finish', because: 'service_received_partial' },
  hospitalised: { move: 'leave_early' },
  in_custody: { move: 'leave_early' },
  unsafe_for_client: { move: 'leave_early' },
  deceased: { move: 'stop', because: 'deceased' },
  other: { move: 'leave_early' },
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

/** [OURS] Days in which somebody reaches out after a date that she could not come to. */
export const OUTREACH: FollowUp = {
  days: 1,
  title: {
    en: 'Reach out, asking for nothing: a date did not work out',
    fr: 'Prendre des nouvelles, sans rien demander : une date n’a pas convenu',
  },
};
