import type { DataClass } from '../access/policy.js';
import type { Id } from '../kernel/ids.js';

/** On what the actor stood: the basis of a grant and the record that made it. */
export interface Ground {
  readonly basis: string;
  readonly basisId: Id;
}

/** Ids, codes, counts and versions; never a name and never what somebody wrote. */
export type AuditFacts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/**
 * One act. `event` is `thing.done` in the past tense, declared in the feature's `domain/*.events.ts`; its meaning never
 * changes (a changed meaning gets a new name) and facts are only ever added.
 */
export interface AuditEvent {
  readonly event: string;
  readonly clientId?: Id;
  readonly classes?: readonly DataClass[];
  readonly ground?: Ground;
  readonly facts?: AuditFacts;
}
