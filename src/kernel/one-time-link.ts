import { plusMinutes, type Instant } from './civil-time.js';

/** A link for somebody without an account, which opens once, with a code that is told another way than the link. */
export interface OneTimeLink {
  readonly openUntil: Instant;
  readonly endsAt: Instant;
  readonly openedAt: Instant | null;
  readonly revokedAt: Instant | null;
}

export const LINK_STATES = ['waiting', 'opened', 'taken_back', 'over'] as const;
export type LinkState = (typeof LINK_STATES)[number];

const HOUR = 60;
/** Minutes in which it can be opened. */
const TO_OPEN = 72 * HOUR;
/** Minutes for which a session may be renewed after the last moment at which it can begin. */
const LONGEST = 12 * HOUR;
export const livesUntil = (now: Instant): Pick<OneTimeLink, 'openUntil' | 'endsAt'> => ({
  openUntil: plusMinutes(now, TO_OPEN),
  endsAt: plusMinutes(now, TO_OPEN + LONGEST),
});

export function stateOf({ openUntil, endsAt, openedAt, revokedAt }: OneTimeLink, now: Instant): LinkState {
  if (revokedAt !== null) return 'taken_back';
  if (openedAt === null) return now < openUntil ? 'waiting' : 'over';
  return now < endsAt ? 'opened' : 'over';
}

/** Why a link that is known did not open. */
export type NotOpened = 'other_code' | 'asked_too_soon' | 'used' | 'taken_back' | 'over';

export function whyShut(
  { revokedAt, openedAt, openUntil }: Omit<OneTimeLink, 'endsAt'>,
  now: Instant,
): NotOpened | undefined {
  if (revokedAt !== null) return 'taken_back';
  if (openedAt !== null) return 'used';
  return now < openUntil ? undefined : 'over';
}

/** Six digits: short enough to be told by voice, because guesses wait. */
export const CODE = /^\d{6}$/;

const FREE = 3;
const FIRST_WAIT = 30;
const LONGEST_WAIT = 3_600;

/**
 * Seconds until a code may be tried again after so many that were not right: none for the first three, then half a
 * minute, doubled each time up to an hour. In 72 hours that is under a hundred of a million.
 */
export const waitAfter = (misses: number): number =>
  misses < FREE ? 0 : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(misses - FREE, 20));
