import { Injectable } from '@nestjs/common';
import { type Instant, isInstant } from '../../kernel/civil-time.js';
import { type Id, isId } from '../../kernel/ids.js';
import { pageOf, type Page, type PageRequest, keyAfter } from '../../kernel/page.js';
import { instantFromJson } from '../../platform/database/instants.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import { SAME_LOOK_MINUTES, type Change, type TimelineEntry, type TimelineKind } from '../domain/change.js';
import { PLAN_READ } from '../domain/care-plan.events.js';

const SHOWN = `c.id, c.client_id AS "clientId", c.kind, c.record_id AS "recordId", c.class, c.version, c.at, c.occurred_at AS "occurredAt",
  c.by_membership AS "by", p.display_name AS "byName", m.role AS "byRole"`;
const BY = `LEFT JOIN membership m ON m.id = c.by_membership LEFT JOIN staff p ON p.id = m.staff_id`;

/**
 * This person's newest look at the plan of now that is not this same look. It reads the actor's own audit rows only. Of
 * several records the one that was looked at longest ago, or never, counts: nothing of it goes by unseen.
 */
const LAST_LOOK = `(SELECT CASE WHEN bool_and(looked.at IS NOT NULL) THEN min(looked.at) END
  FROM unnest($1::uuid[]) AS hers(id) LEFT JOIN LATERAL (
    SELECT a.at FROM audit_entry a WHERE a.person_id = (SELECT app_person()) AND a.client_id = hers.id
      AND a.event = '${PLAN_READ}' AND a.outcome = 'done' AND NOT a.facts ? 'asOf' AND a.at <= (SELECT app_now()) - interval '${SAME_LOOK_MINUTES} minutes'
    ORDER BY a.at DESC LIMIT 1) looked ON true)`;

/** What others changed since; what the actor wrote is no news to them. To who never looked, everything is new. */
export const SINCE: Statement = {
  name: 'changes-since',
  text: `WITH look AS (SELECT coalesce($2::timestamptz, ${LAST_LOOK}) AS at)
    SELECT look.at AS since, coalesce((SELECT json_agg(n) FROM (SELECT ${SHOWN} FROM change c ${BY}
        WHERE c.client_id = ANY ($1) AND c.at > coalesce(look.at, '-infinity') 
          AND c.at <= coalesce($4::timestamptz, 'infinity') AND c.by_membership IS DISTINCT FROM (SELECT app_membership())
        ORDER BY c.at DESC, c.id DESC LIMIT $3) n), '[]') AS changes FROM look`,
};

const PAGE: Statement = {
  name: 'changes-page',
  text: `SELECT ${SHOWN} FROM change c ${BY} WHERE c.client_id = ANY ($1)
      AND ($2::timestamptz IS NULL OR c.at > $2) AND ($3::timestamptz IS NULL OR (c.at, c.id) < ($3, $4::uuid))
    ORDER BY c.at DESC, c.id DESC LIMIT $5`,
};

export const TIMELINE: Statement = {
  name: 'timeline',
  text: `SELECT ${SHOWN}, c.step FROM timeline_entry c ${BY} WHERE c.client_id = ANY ($1)
      AND ($2::text[] IS NULL OR c.kind = ANY ($2))
      AND ($3::timestamptz IS NULL OR c.occurred_at >= $3) AND ($4::timestamptz IS NULL OR c.occurred_at < $4)
      AND ($5::timestamptz IS NULL OR (c.occurred_at, c.id) < ($5, $6::uuid))
    ORDER BY c.occurred_at DESC, c.id DESC LIMIT $7`,
};

export interface Since {
  /** Nothing: this person has not looked before. */
  readonly since: Instant | null;
  /** The newest first; one more than asked for says that there are more. */
  readonly changes: readonly Change[];
}

export interface SinceWanted {
  readonly limit: number;
  /** Instead of this person's last look. */
  readonly since?: Instant;
  /** For the plan as it stood then. */
  readonly until?: Instant;
}

export interface TimelineFilter {
  readonly kinds?: readonly TimelineKind[];
  readonly from?: Instant;
  readonly before?: Instant;
}

@Injectable()
export class ChangeStore {
  async since(tx: Transaction, ids: readonly Id[], { limit, since, until }: SinceWanted): Promise<Since> {
    const [found] = await tx.query<Since>(SINCE, [ids, since ?? null, limit + 1, until ?? null]);
    const changes = (found?.changes ?? []).map((change) => ({
      ...change,
      at: instantFromJson(change.at),
      occurredAt: instantFromJson(change.occurredAt),
    }));
    return { since: found?.since ?? null, changes };
  }

  async page(
    tx: Transaction,
    ids: readonly Id[],
    since: Instant | undefined,
    page: PageRequest,
  ): Promise<Page<Change>> {
    const [at = null, id = null] = keyAfter(page, isInstant, isId) ?? [];
    const rows = await tx.query<Change>(PAGE, [ids, since ?? null, at, id, page.limit + 1]);
    return pageOf(rows, page.limit, (last) => [last.at, last.id]);
  }

  async timeline(
    tx: Transaction,
    ids: readonly Id[],
    filter: TimelineFilter,
    page: PageRequest,
  ): Promise<Page<TimelineEntry>> {
    const narrowed = [filter.kinds ?? null, filter.from ?? null, filter.before ?? null];
    const [at = null, id = null] = keyAfter(page, isInstant, isId) ?? [];
    const rows = await tx.query<TimelineEntry>(TIMELINE, [ids, ...narrowed, at, id, page.limit + 1]);
    return pageOf(rows, page.limit, (last) => [last.occurredAt, last.id]);
  }
}
