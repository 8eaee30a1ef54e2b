import { Injectable } from '@nestjs/common';
import type { Id } from '../../kernel/ids.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import type { KeptToken } from '../../platform/sealing/search-tokens.js';
import type { MatchKind } from '../domain/search-query.js';

export interface WantedToken {
  readonly hmac: Buffer;
  readonly part: number;
  readonly weight: number;
  readonly kind: MatchKind;
}

export interface Match {
  readonly clientId: Id;
  /** How many of the things asked for this client has. */
  readonly parts: number;
  readonly score: number;
  readonly kinds: readonly MatchKind[];
}

/** With more clients than this, the actor's search begins at the tokens instead of at her clients. */
const FEW = 1_000;

/**
 * For a worker with some clients: each client × each token, one probe of the primary key. For somebody who sees
 * thousands: the owners of each token, which row-level security narrows to hers. Only one of the two branches runs.
 */
export const FIND_CLIENTS: Statement = {
  name: 'clients-find',
  text: `WITH mine AS MATERIALIZED (
      SELECT DISTINCT g.client_id FROM (SELECT client_id FROM access_grant g
        WHERE g.grantee_id = ANY ((SELECT app_grantees())::uuid[]) AND g.scope_id IS NULL AND g.valid_from <= (SELECT app_now())
          AND (g.valid_until IS NULL OR g.valid_until > (SELECT app_now())) LIMIT ${FEW + 1}) g),
    found AS (
      SELECT t.client_id, t.hmac FROM mine
        CROSS JOIN LATERAL (SELECT s.client_id, s.hmac FROM search_token s
          WHERE s.client_id = mine.client_id AND s.hmac = ANY ($1::bytea[]) OFFSET 0) t
       WHERE (SELECT count(*) FROM mine) <= ${FEW}
      UNION ALL
      SELECT t.client_id, t.hmac FROM unnest($1::bytea[]) AS wanted(hmac)
        CROSS JOIN LATERAL (SELECT s.client_id, s.hmac FROM search_token s WHERE s.hmac = wanted.hmac OFFSET 0) t
       WHERE (SELECT count(*) FROM mine) > ${FEW}),
    matched AS (
      SELECT found.client_id, w.part, max(w.weight) AS weight, array_agg(DISTINCT w.kind) AS kinds FROM found
        JOIN unnest($1::bytea[], $2::int[], $3::int[], $4::text[]) AS w(hmac, part, weight, kind) ON w.hmac = found.hmac
       GROUP BY found.client_id, w.part)
    SELECT m.client_id AS "clientId", count(*)::int AS parts, sum(m.weight)::int AS score,
        (SELECT array_agg(DISTINCT kind) FROM matched o, unnest(o.kinds) kind WHERE o.client_id = m.client_id) AS kinds
      FROM matched m WHERE m.client_id IS DISTINCT FROM $5
     GROUP BY m.client_id ORDER BY parts DESC, score DESC, m.client_id LIMIT $6`,
};

export const FORGET_TOKENS: Statement = {
  name: 'tokens-forget',
  text: 'DELETE FROM search_token WHERE client_id = $1 AND source_id = $2 AND NOT (hmac = ANY ($3::bytea[]))',
};
export const KEEP_TOKENS: Statement = {
  name: 'tokens-keep',
  text: `INSERT INTO search_token (client_id, class, source_id, hmac, says)
    SELECT $1, t.class, $2, t.hmac, t.says FROM unnest($3::bytea[], $4::text[], $5::text[]) AS t(hmac, class, says)
     WHERE NOT EXISTS (SELECT FROM search_token s WHERE s.client_id = $1 AND s.hmac = t.hmac AND s.class = t.class AND s.source_id = $2)`,
};

/** What a client is found by, sealed, and held still. */
export interface SealedSource {
  readonly table: 'client' | 'client_name' | 'channel';
  readonly id: Id;
  readonly class: string;
  readonly words: Buffer;
}

const source = (table: SealedSource['table'], subject: string): string =>
  `SELECT '${table}' AS "table", id, class, words FROM ${table} WHERE ${subject} = $1 ORDER BY id FOR NO KEY UPDATE`;
const SOURCES = [source('client', 'id'), source('client_name', 'client_id'), source('channel', 'client_id')];

@Injectable()
export class SearchStore {
  /** Within the actor's grants alone. @param except a client who is not looked for: the one just made */
  find(tx: Transaction, wanted: readonly WantedToken[], limit: number, except?: Id): Promise<Match[]> {
    const columns = [wanted.map((one) => one.hmac), wanted.map((one) => one.part), wanted.map((one) => one.weight)];
    return tx.query<Match>(FIND_CLIENTS, [...columns, wanted.map((one) => one.kind), except ?? null, limit]);
  }

  /** From now on the source (a name, a channel, the client's own row) is found by these and by nothing else. */
  async index(tx: Transaction, clientId: Id, sourceId: Id, tokens: readonly KeptToken[]): Promise<void> {
    const distinct = [
      ...new Map(tokens.map((token) => [`${token.class} ${token.hmac.toString('hex')}`, token])).values(),
    ];
    const hmacs = distinct.map(({ hmac }) => hmac);
    await Promise.all([
      tx.query(FORGET_TOKENS, [clientId, sourceId, hmacs]),
      tx.query(KEEP_TOKENS, [
        clientId,
        sourceId,
        hmacs,
        distinct.map((token) => token.class),
        distinct.map(({ says }) => says),
      ]),
    ]);
  }

  /** As the owner of the tables, one client after the other. */
  async sources(tx: Transaction, clientId: Id): Promise<readonly SealedSource[]> {
    const found: SealedSource[] = [];
    for (const text of SOURCES) found.push(...(await tx.query<SealedSource>(text, [clientId])));
    return found;
  }
}
