import { Injectable } from '@nestjs/common';
import type { SharedThing } from '../../clients/domain/search-marks.js';
import type { Id } from '../../kernel/ids.js';
import { pageOf, type Page, type PageRequest } from '../../kernel/page.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';

/** Two records that look like one person's, and by what: never a number that hides why. */
export interface AlikePair {
  readonly one: Id;
  readonly other: Id;
  readonly shared: readonly SharedThing[];
}

/** So many clients are looked at for one page; the next page goes on behind them. */
export const LOOKED_AT = 1_000;

/**
 * $1 and $2 the last pair shown, $3 how many clients are looked at, $4 limit. Begins at the actor's own clients in order
 * of id, goes by their seldom tokens to whoever else has one, and asks only of these pairs what else they share. A whole
 * name alike is enough, as it is when a record is made; anything else takes two things. Row-level security leaves tokens of
 * classes that the actor reads, of clients whom they see.
 */
export const ALIKE_PAIRS: Statement = {
  name: 'alike-pairs',
  text: `WITH mine AS MATERIALIZED (
      SELECT DISTINCT held.client_id FROM unnest((SELECT app_grantees())::uuid[]) AS me(grantee_id)
        CROSS JOIN LATERAL (SELECT DISTINCT g.client_id FROM access_grant g
          WHERE g.grantee_id = me.grantee_id AND g.client_id >= $1 AND g.scope_id IS NULL
            AND 'identity_name' = ANY (g.read_classes) AND g.valid_from <= (SELECT app_now())
            AND (g.valid_until IS NULL OR g.valid_until > (SELECT app_now()))
          ORDER BY g.client_id LIMIT $3) held
       ORDER BY held.client_id LIMIT $3),
    alike AS (
      SELECT mine.client_id AS one, theirs.client_id AS other, array_agg(DISTINCT theirs.says) AS shared FROM mine
        CROSS JOIN LATERAL (SELECT s.hmac FROM search_token s
          WHERE s.client_id = mine.client_id AND s.says <> 'name' OFFSET 0) hers
        CROSS JOIN LATERAL (SELECT o.client_id, o.says FROM search_token o
          WHERE o.hmac = hers.hmac AND o.client_id > mine.client_id AND o.says <> 'name' OFFSET 0) theirs
       WHERE (mine.client_id, theirs.client_id) > ($1, $2)
       GROUP BY mine.client_id, theirs.client_id),
    pairs AS (
      SELECT alike.one, alike.other, CASE WHEN name.is_shared THEN alike.shared || 'name'::text ELSE alike.shared END AS shared
        FROM alike CROSS JOIN LATERAL (SELECT EXISTS (
          SELECT FROM search_token a JOIN search_token b ON b.hmac = a.hmac AND b.client_id = alike.other AND b.says = 'name'
           WHERE a.client_id = alike.one AND a.says = 'name') AS is_shared OFFSET 0) name
       WHERE ('names_alike' = ANY (alike.shared) OR cardinality(alike.shared) > 1 OR name.is_shared)
         AND EXISTS (SELECT FROM client c WHERE c.id = alike.other)
         AND NOT EXISTS (SELECT FROM record_pair_set_aside s WHERE s.one_client_id = alike.one AND s.other_client_id = alike.other)
         AND alike.other NOT IN (SELECT r.id FROM records_of(alike.one) AS r(id))
       ORDER BY alike.one, alike.other LIMIT $4)
    SELECT (SELECT max(client_id::text) FROM mine) AS last, (SELECT count(*)::int FROM mine) AS seen,
      coalesce((SELECT json_agg(json_build_object('one', one, 'other', other, 'shared', shared) ORDER BY one, other)
        FROM pairs), '[]') AS pairs`,
};

const FIRST = '00000000-0000-0000-0000-000000000000';
/** Behind every pair of this client. */
const LAST = 'ffffffff-ffff-7fff-bfff-ffffffffffff';

interface Looked {
  readonly last: Id | null;
  readonly seen: number;
  readonly pairs: readonly AlikePair[];
}

@Injectable()
export class AlikePairStore {
  /** In order of id; a page may hold few or none and still have a next one. */
  async page(tx: Transaction, { limit, after }: PageRequest): Promise<Page<AlikePair>> {
    const [one = FIRST, other = FIRST] = after ?? [];
    const [looked] = await tx.query<Looked>(ALIKE_PAIRS, [one, other, LOOKED_AT, limit + 1]);
    if (!looked) return { items: [] };
    const page = pageOf(looked.pairs, limit, (last) => [last.one, last.other]);
    const isEnd = page.next !== undefined || looked.seen < LOOKED_AT || looked.last === null;
    return isEnd ? page : { ...page, next: [looked.last, LAST] };
  }
}
