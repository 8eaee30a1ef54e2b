import type { Statement } from '../../platform/database/transaction.js';

/** Needs with the wrapped key that opens their words. `needs` is the table, or what it was. */
const select = (needs: string, rest: string): string => `
  SELECT n.id, n.client_id AS "clientId", n.class, n.domain, n.state, n.wants_help AS "wantsHelp", n.rank,
      worked_on_by(n.worked_on_by, n.worked_on_by_membership_id) AS "workedOnBy", n.since, n.confirmed_by AS "confirmedBy",
      n.confirmed_at AS "confirmedAt", n.housing_status AS "housingStatus", n.documents, n.words,
      n.created_at AS "createdAt", n.created_by AS "createdBy", n.updated_at AS "updatedAt", n.updated_by AS "updatedBy",
      n.version, k.wrapped
    FROM ${needs} n JOIN sealing_key k ON k.client_id = n.client_id
    ${rest}`;

/** Hers, then as they were found. */
const ORDER = 'coalesce(n.rank, 100), n.created_at, n.id';

export const NEED: Statement = { name: 'need', text: select('need', 'WHERE n.id = $1') };

export const NEEDS_PAGE: Statement = {
  name: 'needs-page',
  text: select(
    'need',
    `WHERE n.client_id = ANY ($1) AND CASE WHEN $2::text IS NULL THEN n.state <> 'retracted' ELSE n.state = $2 END
      AND ($3::text IS NULL OR n.domain = $3)
      AND (coalesce(n.rank, 100), n.created_at, n.id) > ($4::int, $5::timestamptz, $6::uuid)
      ORDER BY ${ORDER} LIMIT $7`,
  ),
};

const OF_CLIENTS = `WHERE n.client_id = ANY ($1) AND n.state <> 'retracted' ORDER BY ${ORDER}`;

export const NEEDS_OF_CLIENTS: Statement = { name: 'needs-of-clients', text: select('need', OF_CLIENTS) };

export const NEEDS_AS_OF: Statement = { name: 'needs-as-of', text: select('as_of(NULL::need, $1, $2)', OF_CLIENTS) };
