import { Injectable } from '@nestjs/common';
import type { Id } from '../../kernel/ids.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import type { AliasMatch } from '../domain/caller-marks.js';

export interface WantedToken {
  readonly hmac: Buffer;
  readonly part: number;
  readonly weight: number;
  readonly kind: AliasMatch;
}

export interface AliasFound {
  readonly callerId: Id;
  /** How many of the words asked for this alias has. */
  readonly parts: number;
  readonly kinds: readonly AliasMatch[];
}

/** One probe of the index for each token; row-level security leaves those of the actor's own line. */
export const FIND_CALLERS: Statement = {
  name: 'callers-find',
  text: `WITH matched AS (
      SELECT t.caller_id, w.part, max(w.weight) AS weight, array_agg(DISTINCT w.kind) AS kinds
        FROM unnest($1::bytea[], $2::int[], $3::int[], $4::text[]) AS w(hmac, part, weight, kind)
        CROSS JOIN LATERAL (SELECT s.caller_id FROM caller_token s WHERE s.hmac = w.hmac OFFSET 0) t
       GROUP BY t.caller_id, w.part)
    SELECT m.caller_id AS "callerId", count(*)::int AS parts,
        (SELECT array_agg(DISTINCT kind) FROM matched o, unnest(o.kinds) kind WHERE o.caller_id = m.caller_id) AS kinds
      FROM matched m GROUP BY m.caller_id ORDER BY parts DESC, sum(m.weight) DESC, m.caller_id LIMIT $5`,
};
const FORGET: Statement = {
  name: 'caller-tokens-forget',
  text: 'DELETE FROM caller_token WHERE caller_id = $1 AND NOT (hmac = ANY ($2::bytea[]))',
};
const KEEP: Statement = {
  name: 'caller-tokens-keep',
  text: `INSERT INTO caller_token (caller_id, hmac) SELECT DISTINCT $1::uuid, hmac FROM unnest($2::bytea[]) AS t(hmac)
     WHERE NOT EXISTS (SELECT FROM caller_token s WHERE s.caller_id = $1 AND s.hmac = t.hmac)`,
};

@Injectable()
export class CallerSearchStore {
  find(tx: Transaction, wanted: readonly WantedToken[], limit: number): Promise<AliasFound[]> {
    const columns = [
      wanted.map(({ hmac }) => hmac),
      wanted.map(({ part }) => part),
      wanted.map(({ weight }) => weight),
    ];
    return tx.query<AliasFound>(FIND_CALLERS, [...columns, wanted.map(({ kind }) => kind), limit]);
  }

  /** From now on the caller is found by these and by nothing else. */
  async index(tx: Transaction, callerId: Id, hmacs: readonly Buffer[]): Promise<void> {
    await tx.query(FORGET, [callerId, hmacs]);
    await tx.query(KEEP, [callerId, hmacs]);
  }
}
