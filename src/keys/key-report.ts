import type { Transaction } from '../platform/database/transaction.js';
import type { KeyWork } from './key-work.js';
import { CALLERS, CLIENTS, KEYED, type Keyed } from './keyed.js';

interface WrappedBy {
  readonly master: string;
  readonly clients: number;
  readonly callers: number;
  readonly house: number;
}
interface HouseLine {
  readonly purpose: string;
  readonly standing: number;
  readonly newest: string;
}
interface ExchangeLine {
  readonly kind: string;
  readonly step: string;
  readonly done: number;
  readonly total: number;
  readonly movedAt: string;
}
interface OwnLine {
  readonly people: number;
  readonly shredded: number;
  readonly inExchange: number;
  readonly oldest: string | null;
}

const WRAPPING = KEYED.map(
  ({ one, keys }) => `
    SELECT substring(wrapped FROM 1 FOR 4) AS id, '${one}' AS of FROM ${keys} WHERE octet_length(wrapped) > 0
    UNION ALL SELECT substring(wrapped FROM 66 FOR 4), '${one}' FROM ${keys} WHERE stage IS NOT NULL AND octet_length(wrapped) > 66`,
);
const WRAPPED_BY = `SELECT encode(id, 'hex') AS master, count(*) FILTER (WHERE of = 'client')::int AS clients,
    count(*) FILTER (WHERE of = 'caller')::int AS callers, count(*) FILTER (WHERE of = 'house')::int AS house
  FROM (${WRAPPING.join(' UNION ALL ')}
    UNION ALL SELECT substring(wrapped FROM 1 FOR 4), 'house' FROM house_key) k GROUP BY id ORDER BY 1`;
const ownKeys = ({ keys }: Keyed) => `SELECT count(*) FILTER (WHERE octet_length(wrapped) > 0)::int AS people,
    count(*) FILTER (WHERE octet_length(wrapped) = 0)::int AS shredded, count(stage)::int AS "inExchange",
    min(coalesce(keyed_at, created_at)) FILTER (WHERE octet_length(wrapped) > 0) AS oldest FROM ${keys}`;
const HOUSE = `SELECT purpose, count(*)::int AS standing, max(created_at) AS newest FROM house_key
  WHERE retired_at IS NULL GROUP BY purpose ORDER BY 1`;
const UNFINISHED = `SELECT kind, step, done, total, moved_at AS "movedAt" FROM key_exchange WHERE finished_at IS NULL ORDER BY 1`;

/** How the keys stand, one line each. Fingerprints, counts and days; never a key. */
export function keyReport({ owner, masterKeys }: KeyWork): Promise<readonly string[]> {
  return owner.run(async (tx) => [
    ...masterLines(masterKeys.ids, await tx.query<WrappedBy>(WRAPPED_BY)),
    ...(await ownLine(tx, CLIENTS)),
    ...(await ownLine(tx, CALLERS)),
    ...(await tx.query<HouseLine>(HOUSE)).map(
      ({ purpose, standing, newest }) =>
        `house key ${purpose}: ${standing} in use, the newest of ${newest.slice(0, 10)}`,
    ),
    ...(await tx.query<ExchangeLine>(UNFINISHED)).map(
      ({ kind, step, done, total, movedAt }) =>
        `unfinished: ${kind}, ${step}, ${done} of ${total}, last moved ${movedAt}. The same command goes on with it.`,
    ),
  ]);
}

const WRAPS_NOTHING = { clients: 0, callers: 0, house: 0 };

function masterLines(configured: readonly string[], wrapped: readonly WrappedBy[]): readonly string[] {
  const all = [...new Set([...configured, ...wrapped.map(({ master }) => master)])];
  return all.map((id) => {
    const { clients, callers, house } = wrapped.find(({ master }) => master === id) ?? WRAPS_NOTHING;
    const place = configured.indexOf(id);
    const standing = place === 0 ? 'wraps' : place > 0 ? 'opens' : 'MISSING';
    const spare =
      place > 0 && clients + callers + house === 0 ? ': nothing needs it any more but backups from before' : '';
    return `master key ${id} ${standing}: ${clients} client keys, ${callers} caller keys, ${house} house keys${spare}`;
  });
}

async function ownLine(tx: Transaction, keyed: Keyed): Promise<readonly string[]> {
  const [line] = await tx.query<OwnLine>(ownKeys(keyed));
  if (!line) return [];
  const { people, shredded, inExchange, oldest } = line;
  return [
    `${keyed.one} keys: ${people}, the oldest of ${oldest?.slice(0, 10) ?? 'no day yet'}; ${inExchange} in exchange, ${shredded} shredded`,
  ];
}
