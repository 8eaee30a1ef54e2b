import type { Id } from '../../kernel/ids.js';

/** What does not fit, as exactly as it can be told. */
export type FindingKind =
  /** A sealed row says something else than when it was sealed. */
  | 'changed'
  | 'deleted'
  | 'inserted'
  | 'reordered'
  /** The end is missing: seals stand outside that the database does not have. */
  | 'truncated'
  /** The row is whole, and the note of its place in `audit_leaf` is not. */
  | 'leaf'
  /** A seal itself, in the database or outside. */
  | 'seal';

export interface Finding {
  readonly kind: FindingKind;
  readonly place?: bigint;
  readonly entryId?: Id;
  readonly seal?: bigint;
  /** One sentence. */
  readonly what: string;
}

export type Report = (finding: Finding) => void;
