import type { Role } from '../../access/policy.js';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { BreakGlassState } from './break-glass.lifecycle.js';

export const BREAK_GLASS_BECAUSE = ['life_in_danger', 'cannot_be_asked', 'others_in_danger', 'other'] as const;
export type BreakGlassBecause = (typeof BREAK_GLASS_BECAUSE)[number];

export const REVIEW_OUTCOMES = ['appropriate', 'not_appropriate', 'to_follow_up'] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

/** Minutes that it stands, and within which it is to be reviewed. The table says the same. */
export const BREAK_GLASS_STANDS = 60;
export const REVIEW_WITHIN = 72 * 60;

/** One client's record, opened in an emergency by one worker. */
export interface BreakGlass {
  readonly id: Id;
  readonly clientId: Id;
  readonly membershipId: Id;
  readonly personId: Id;
  readonly organisationId: Id;
  readonly role: Role;
  readonly because: BreakGlassBecause;
  readonly state: BreakGlassState;
  readonly openedAt: Instant;
  readonly endsAt: Instant;
  readonly closedAt: Instant | null;
  readonly closedBy: Id | null;
  readonly reviewDueAt: Instant;
  readonly outcome: ReviewOutcome | null;
  readonly reviewedAt: Instant | null;
  readonly reviewedBy: Id | null;
  readonly version: number;
}

export interface BreakGlassWords {
  readonly reason?: string;
  readonly reviewNote?: string;
}

/** Its words are there for whoever reads the client's key: the opener while it stands, and who reviews it. */
export interface ShownBreakGlass extends BreakGlass {
  readonly workerName: string;
  readonly organisationName: string;
  readonly words: BreakGlassWords;
}

/** Nothing ends it but the clock, or somebody before that. */
export const isOver = ({ closedAt, endsAt }: Pick<BreakGlass, 'closedAt' | 'endsAt'>, now: Instant): boolean =>
  (closedAt ?? endsAt) <= now;
