import { Refusal } from '../kernel/refusal.js';
import { stepUpNeeded } from './access.problems.js';

/** Seconds. What cannot be undone, or opens a record, asks for a second factor that was shown no longer ago. */
export const STEP_UP_STANDS = 300;

export interface Shown {
  /** By the database's clock. */
  readonly now: string;
  /** When the session last showed its second factor. */
  readonly verifiedAt: string | null;
}

/** @throws Refusal `step_up_needed` */
export function assertSteppedUp({ now, verifiedAt }: Shown): void {
  const age = verifiedAt === null ? Infinity : Date.parse(now) - Date.parse(verifiedAt);
  if (age > STEP_UP_STANDS * 1000)
    throw new Refusal(stepUpNeeded, { stepUpAt: '/v1/me/step-up', withinMinutes: STEP_UP_STANDS / 60 });
}
