import type { DataClass } from '../../access/policy.js';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { NoticeState } from './notice.lifecycle.js';
import type { TaskOwner } from './task.js';

/** For one membership: which record, in ids and codes, and nothing of what stands in it. */
export interface Notice {
  readonly id: Id;
  readonly kind: string;
  readonly sourceKind: string;
  readonly sourceId: Id;
  readonly clientId: Id | null;
  readonly class: DataClass | null;
  readonly state: NoticeState;
  readonly createdAt: Instant;
  readonly readAt: Instant | null;
  readonly version: number;
}

/** What to tell of. Told twice of the same occasion, somebody has one notice. */
export interface Telling extends Pick<Notice, 'kind' | 'sourceKind' | 'sourceId' | 'clientId' | 'class'> {
  readonly to: TaskOwner;
  /** An instant or a version: which time of the same source this is. */
  readonly occasion: string | number;
}
