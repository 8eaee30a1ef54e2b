import type { Actor } from '../access/actor.js';
import { isByLink } from '../access/policy.js';
import { newId, type Id } from '../kernel/ids.js';
import type { Statement } from '../platform/database/transaction.js';
import type { AuditEvent } from './audit-event.js';

/** One INSERT for all entries of a transaction, however many clients a list showed. */
const INSERT_ENTRIES: Statement = {
  name: 'audit-insert',
  text: `INSERT INTO audit_entry (id, at, request_id, person_id, membership_id, organisation_id, role, client_id, event,
      outcome, classes, ground, ground_id, purpose, facts)
    SELECT e.id, $1, $2, $3, $4, $5, $6, e.client_id, e.event, $7, e.classes, e.ground, e.ground_id, $8, e.facts
      FROM jsonb_to_recordset($9) AS e(id uuid, client_id uuid, event text, classes text[], ground text, ground_id uuid, facts jsonb)`,
};

export interface AuditFrame {
  readonly actor: Pick<Actor, 'requestId'> & Partial<Actor>;
  readonly now: string;
  readonly outcome: 'done' | 'refused';
}

/** The statement and values that write these events. */
export function auditInsert(
  { actor, now, outcome }: AuditFrame,
  events: readonly AuditEvent[],
): [Statement, unknown[]] {
  const who = whoOf(actor).map((part) => part ?? null);
  const entries = events.map((event) => entry(newId(), event));
  return [INSERT_ENTRIES, [now, actor.requestId, ...who, outcome, actor.purpose ?? null, JSON.stringify(entries)]];
}

/** By a one-time link nobody acts for an organisation, and it is no membership: it stands in the ground. */
const whoOf = ({ personId, membershipId, organisationId, role }: Partial<Actor>): readonly (string | undefined)[] =>
  isByLink(role) ? [personId, undefined, undefined, role] : [personId, membershipId, organisationId, role];

const entry = (id: Id, { event, clientId, classes, ground, facts }: AuditEvent) => ({
  id,
  event,
  client_id: clientId ?? null,
  classes: classes ?? [],
  ground: ground?.basis ?? null,
  ground_id: ground?.basisId ?? null,
  facts: facts ?? {},
});
