import { plusMinutes, type Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';

export const CODE_TOLD = ['in_person', 'phone', 'letter'] as const;
export type CodeTold = (typeof CODE_TOLD)[number];

export const HAND_LANGUAGES = ['en', 'fr'] as const;
export type HandLanguage = (typeof HAND_LANGUAGES)[number];

/** A one-time link for a client without an account; its secret and its code are nowhere but with her. */
export interface HandLink {
  readonly id: Id;
  readonly clientId: Id;
  readonly codeTold: CodeTold;
  readonly language: HandLanguage;
  readonly createdAt: Instant;
  readonly createdBy: Id;
  readonly openUntil: Instant;
  readonly endsAt: Instant;
  readonly openedAt: Instant | null;
  readonly revokedAt: Instant | null;
  readonly version: number;
}

export const HAND_LINK_STATES = ['waiting', 'opened', 'taken_back', 'over'] as const;
export type HandLinkState = (typeof HAND_LINK_STATES)[number];

const HOUR = 60;
/** Minutes in which it can be opened. */
const TO_OPEN = 72 * HOUR;
/** Minutes for which a session may be renewed after the last moment at which it can begin. */
const LONGEST = 12 * HOUR;
export const livesUntil = (now: Instant): Pick<HandLink, 'openUntil' | 'endsAt'> => ({
  openUntil: plusMinutes(now, TO_OPEN),
  endsAt: plusMinutes(now, TO_OPEN + LONGEST),
});

export function stateOf({ openUntil, endsAt, openedAt, revokedAt }: HandLink, now: Instant): HandLinkState {
  if (revokedAt !== null) return 'taken_back';
  if (openedAt === null) return now < openUntil ? 'waiting' : 'over';
  return now < endsAt ? 'opened' : 'over';
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
