import type { DataClass } from '../../access/policy.js';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';

/** One row of the audit, with the names that stood beside its ids when it was read. */
export interface LogLine {
  readonly id: Id;
  readonly at: Instant;
  readonly requestId: Id;
  readonly personId: Id | null;
  readonly personName: string | null;
  readonly organisationId: Id | null;
  readonly organisationName: string | null;
  readonly role: string | null;
  readonly clientId: Id | null;
  readonly event: string;
  readonly outcome: 'done' | 'not_let_in';
  readonly classes: readonly DataClass[];
  readonly ground: string | null;
  readonly groundId: Id | null;
  readonly purpose: string | null;
}

/** What narrows a list of audit rows; nothing: all of them. */
export interface LogFilter {
  readonly personId?: Id;
  readonly event?: string;
  readonly outcome?: 'done' | 'not_let_in';
  readonly from?: Instant;
  readonly before?: Instant;
}

export interface AuditFilter extends LogFilter {
  readonly clientId?: Id;
}

export const OUTCOMES = ['done', 'not_let_in'] as const;
/** How the log is given out. */
export const LOG_FORMS = ['list', 'csv', 'page'] as const;
export type LogForm = (typeof LOG_FORMS)[number];
