import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';

/** A place to sleep at a service. Its label is of the house ("Room 4, window"), never of whoever sleeps there. */
export interface Bed {
  readonly id: Id;
  readonly serviceId: Id;
  readonly label: string;
  readonly createdAt: Instant;
  readonly createdBy: Id;
  readonly closedAt: Instant | null;
  readonly version: number;
}

/** That a bed is promised or slept in, without whose it is. */
export interface BedHold {
  readonly bedId: Id;
  /** The attempt, or the stay where there was none. */
  readonly heldFor: Id;
  /** Null: until somebody gives it back. */
  readonly heldUntil: Instant | null;
}

export const BED_STANDINGS = ['free', 'promised', 'promise_over', 'in_use'] as const;
export type BedStanding = (typeof BED_STANDINGS)[number];

/** How a bed stands now. A promise that is over by time may be taken away by the next one. */
export function standingOf(hold: { readonly heldUntil: Instant | null } | undefined, now: Instant): BedStanding {
  if (hold === undefined) return 'free';
  if (hold.heldUntil === null) return 'in_use';
  return hold.heldUntil <= now ? 'promise_over' : 'promised';
}
