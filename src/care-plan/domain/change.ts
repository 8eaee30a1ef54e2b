import type { DataClass } from '../../access/policy.js';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';

/** What has a history of its own, by the name of its table. */
const CHANGE_KINDS = [
  'client',
  'client_name',
  'channel',
  'supporter',
  'care_team_member',
  'task',
  'contact',
  'contact_answer',
  'goal',
  'goal_step',
  'need',
  'referral',
  'referral_summary',
  'referral_reception',
  'attempt',
  'reach_attempt',
  'stay',
  'stay_leave',
  'caller_link',
  'plan_section',
  'plan_sign_off',
] as const;
/** And what keeps a history of its own kind. */
export const TIMELINE_KINDS = [...CHANGE_KINDS, 'consent', 'break_glass', 'record_link'] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** That a record was made or changed: which, of what class, by whom and when. Never what it says. */
export interface Change {
  readonly id: Id;
  readonly clientId: Id;
  readonly kind: TimelineKind;
  readonly recordId: Id;
  readonly class: DataClass;
  readonly version: number;
  readonly at: Instant;
  readonly occurredAt: Instant;
  readonly by: Id | null;
  readonly byName: string | null;
  readonly byRole: string | null;
}

export interface TimelineEntry extends Change {
  /** Of a referral the move that was made; of a date or a stay that it ended. */
  readonly step: string | null;
}

/**
 * A look younger than this is still the same look: a retry or a refresh shows the same changes. Minutes.
 */
export const SAME_LOOK_MINUTES = 30;
