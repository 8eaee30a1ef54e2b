import { Injectable } from '@nestjs/common';
import { isInstant, type Instant } from '../../kernel/civil-time.js';
import { isId, type Id } from '../../kernel/ids.js';
import { assertCursorOfThisList, pageOf, type Page, type PageRequest } from '../../kernel/page.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import type { AuditFilter, LogFilter, LogLine } from '../domain/log-line.js';

/** Beyond every row: a bound that is always there keeps the comparison an index condition. */
const END = 'infinity';
const BEGINNING = '-infinity';
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

const NARROWED = `a.at >= $2::timestamptz AND (a.at, a.id) < ($3::timestamptz, $4::uuid)
      AND ($5::uuid IS NULL OR a.person_id = $5) AND ($6::text IS NULL OR a.event = $6) AND ($7::text IS NULL OR (a.outcome = 'done') = ($7 = 'done'))`;
const NEWEST = 'ORDER BY a.at DESC, a.id DESC LIMIT $8';
/** Names are looked up for the rows of one page, not for those that it leaves out. */
const named = (rows: string): string => `
  SELECT a.id, a.at, a.request_id AS "requestId", a.person_id AS "personId", p.display_name AS "personName",
      a.organisation_id AS "organisationId", o.name AS "organisationName", a.role, a.client_id AS "clientId", a.event,
      CASE a.outcome WHEN 'done' THEN 'done' ELSE 'not_let_in' END AS outcome,
      a.classes::text[] AS classes, a.ground, a.ground_id AS "groundId", a.purpose
    FROM (${rows}) a
    LEFT JOIN LATERAL (SELECT s.display_name FROM staff s WHERE s.id = a.person_id OFFSET 0) p ON true
    LEFT JOIN LATERAL (SELECT g.name FROM organisation g WHERE g.id = a.organisation_id OFFSET 0) o ON true
   ORDER BY a.at DESC, a.id DESC`;

/** $1 the client. */
export const LOG_OF_CLIENT: Statement = {
  name: 'log-of-client',
  text: named(`SELECT a.* FROM audit_entry a WHERE a.client_id = $1 AND ${NARROWED} ${NEWEST}`),
};

/**
 * $1 the organisation: what its staff did, and what others did to the records that it keeps. Of the second, only rows
 * that are newer than the last of the first can be on the page; so each record costs one look into its index.
 */
export const AUDIT_OF_ORGANISATION: Statement = {
  name: 'audit-of-organisation',
  text: `WITH ours AS MATERIALIZED (
      SELECT a.* FROM audit_entry a WHERE a.organisation_id = $1 AND ${NARROWED} ${NEWEST}),
    edge AS MATERIALIZED (SELECT CASE WHEN count(*) = $8 THEN min(at) ELSE $2::timestamptz END AS at FROM ours),
    theirs AS MATERIALIZED (SELECT a.* FROM clients_of_our_home() h(id) CROSS JOIN LATERAL (
      SELECT a.* FROM audit_entry a WHERE a.client_id = h.id AND a.at >= (SELECT e.at FROM edge e)
        AND a.organisation_id IS DISTINCT FROM $1 AND ${NARROWED} ${NEWEST}) a)
    ${named(`SELECT a.* FROM (SELECT * FROM ours UNION ALL SELECT * FROM theirs) a ${NEWEST}`)}`,
};

/** Of whoever may read this client's log: the privacy officer of the organisation that keeps the record, and the client. */
const LOG_FRAME: Statement = { name: 'log-frame', text: 'SELECT time_zone AS "timeZone" FROM access_log_frame($1)' };

@Injectable()
export class AccessLogStore {
  /** In which zone the client's clock runs; nothing where the log is not the actor's to read. */
  async frame(tx: Transaction, clientId: Id): Promise<{ readonly timeZone: string } | undefined> {
    return (await tx.query<{ timeZone: string }>(LOG_FRAME, [clientId]))[0];
  }

  /** The newest first. */
  async ofClient(tx: Transaction, clientId: Id, filter: LogFilter, page: PageRequest): Promise<Page<LogLine>> {
    return paged(await tx.query<LogLine>(LOG_OF_CLIENT, [clientId, ...narrowed(filter, page)]), page);
  }

  async ofOrganisation(
    tx: Transaction,
    organisationId: Id,
    { clientId, ...filter }: AuditFilter,
    page: PageRequest,
  ): Promise<Page<LogLine>> {
    if (clientId !== undefined) return this.ofClient(tx, clientId, filter, page);
    return paged(await tx.query<LogLine>(AUDIT_OF_ORGANISATION, [organisationId, ...narrowed(filter, page)]), page);
  }
}

const paged = (rows: readonly LogLine[], { limit }: PageRequest): Page<LogLine> =>
  pageOf(rows, limit, (last) => [last.at, last.id]);

function narrowed({ personId, event, outcome, from, before }: LogFilter, { limit, after }: PageRequest): unknown[] {
  const [at, id] = earlier(before, after);
  return [from ?? BEGINNING, at, id, personId ?? null, event ?? null, outcome ?? null, limit + 1];
}

/** A cursor stands within the bounds of the list that it is of. @throws Refusal `invalid` */
function earlier(before: Instant | undefined, after: PageRequest['after']): readonly [string, string] {
  if (after === undefined) return [before ?? END, FIRST_ID];
  const [at = '', id = '', ...more] = after;
  assertCursorOfThisList(isInstant(at) && isId(id) && more.length === 0);
  return [at, id];
}
