import type { CivilDate, Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { LeaveReason, Naloxone, StayEnd } from './stay.codes.js';
import type { StayState } from './stay.lifecycle.js';

export interface Stay {
  readonly id: Id;
  readonly clientId: Id;
  readonly class: 'coordination';
  readonly referralId: Id;
  readonly attemptId: Id | null;
  readonly serviceId: Id;
  readonly bedId: Id | null;
  readonly state: StayState;
  readonly admittedAt: Instant;
  readonly plannedEndOn: CivilDate | null;
  readonly endedAt: Instant | null;
  readonly because: StayEnd | null;
  readonly naloxone: Naloxone | null;
  /** Whether she was told that what the body took before may now be too much. */
  readonly toldOfLowerTolerance: boolean | null;
  readonly createdAt: Instant;
  readonly createdBy: Id;
  readonly updatedAt: Instant;
  readonly updatedBy: Id;
  readonly version: number;
}

export interface StayWords {
  /** What was said when it ended. */
  readonly endNote?: string;
}

/** Away for a while, and back. */
export interface StayLeave {
  readonly id: Id;
  readonly because: LeaveReason;
  readonly leftAt: Instant;
  readonly expectedAt: Instant | null;
  readonly backAt: Instant | null;
}

export type ShownStay = Stay & StayWords & { readonly leaves: readonly StayLeave[] };
