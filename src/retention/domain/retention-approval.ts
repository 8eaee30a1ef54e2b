import type { Id } from '../../kernel/ids.js';
import type { RetentionApprovalState } from './retention-approval.lifecycle.js';
import type { RetentionRule } from './retention-rules.js';

export interface RetentionApproval {
  readonly id: Id;
  readonly rule: string;
  readonly statedOn: string;
  readonly state: RetentionApprovalState;
  readonly approvedAt: string;
  readonly approvedBy: Id;
  readonly setAsideAt: string | null;
  readonly setAsideBy: Id | null;
  readonly version: number;
}

/** A rule, and what this organisation decided about it; nothing before anybody did. */
export interface RuleHere {
  readonly rule: RetentionRule;
  readonly approval: RetentionApproval | undefined;
}

/** Whose record has been kept long enough. */
export interface RetentionDue {
  readonly clientId: Id;
  readonly rule: string;
  readonly lastEntryAt: string;
  readonly dueAt: string;
  readonly listedAt: string;
}
