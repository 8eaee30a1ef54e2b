import { setTimeout as pause } from 'node:timers/promises';
import type { IndexAnew } from '../clients/application/index-anew.js';
import type { Id } from '../kernel/ids.js';
import type { Transaction } from '../platform/database/transaction.js';
import { housePlace, type HouseKeys, type SecretKey } from '../platform/sealing/house-keys.js';
import { SEARCH_KEYS_REMEMBERED } from '../platform/sealing/search-tokens.js';
import type { Words } from '../platform/sealing/words.js';
import type { IndexCallersAnew } from '../response-line/application/index-callers-anew.js';
import { advance, beginOrResume, goThrough, type Exchange, type Step } from './key-exchange.js';
import type { KeyWork } from './key-work.js';
import { CALLERS, CLIENTS, KEYED, type Keyed } from './keyed.js';
import { othersHaveEnded } from './other-transactions.js';

export interface SearchWork extends KeyWork {
  readonly houseKeys: HouseKeys;
  readonly words: Words;
  readonly indexAnew: IndexAnew;
  readonly indexCallersAnew: IndexCallersAnew;
  /** Milliseconds until every replica goes by another list of search keys. */
  readonly settle: number;
}

/** Milliseconds. A second more than a replica remembers. */
export const SETTLE = SEARCH_KEYS_REMEMBERED + 1_000;

const FRESH_ENOUGH = `SELECT greatest(0, $1 - extract(epoch FROM now() - max(greatest(created_at, retired_at))) * 1000)::int AS left
  FROM house_key WHERE purpose = 'search'`;

/**
 * Tokens under a new key next to the old ones; then search looks by the new key alone; then the old tokens go. Whoever
 * writes in between keeps by every key that stands, so nobody is missed at any moment.
 */
export async function exchangeSearchKey(work: SearchWork): Promise<void> {
  const counts = KEYED.map(({ keys }) => `(SELECT count(*) FROM ${keys} WHERE octet_length(wrapped) > 0)`);
  const [all] = await work.owner.run((tx) => tx.query<{ n: number }>(`SELECT (${counts.join(' + ')})::int AS n`));
  await goThrough(work, await beginOrResume(work, 'search', 'make', all?.n ?? 0), STEPS);
}

const STEPS: readonly Step<SearchWork>[] = [
  {
    step: 'make',
    act: async ({ houseKeys, owner }) => {
      // Broken off right after it was made, it stands already.
      const [standing] = await owner.run((tx) => keysStanding(tx));
      if ((standing?.length ?? 0) < 2) await houseKeys.rotate('search');
    },
  },
  {
    step: 'keep_by_both',
    act: async (work, exchange) => {
      await settled(work, 'every replica knows the new key');
      await indexAll(work, exchange, CLIENTS);
    },
  },
  { step: 'keep_callers_by_both', act: (work, exchange) => indexAll(work, exchange, CALLERS) },
  {
    step: 'retire',
    act: ({ owner }) =>
      owner.run((tx) =>
        tx.query(`UPDATE house_key SET retired_at = now() WHERE purpose = 'search' AND retired_at IS NULL
          AND (created_at, id) < (SELECT created_at, id FROM house_key WHERE purpose = 'search' AND retired_at IS NULL
            ORDER BY created_at DESC, id DESC LIMIT 1)`),
      ),
  },
  {
    step: 'keep_by_new',
    act: async (work, exchange) => {
      await settled(work, 'no replica goes by the old key');
      await indexAll(work, exchange, CLIENTS);
    },
  },
  { step: 'keep_callers_by_new', act: (work, exchange) => indexAll(work, exchange, CALLERS) },
];

const keysStanding = (tx: Transaction): Promise<{ id: Id; wrapped: Buffer; length: number }[]> =>
  tx.query(`SELECT id, wrapped, (count(*) OVER ())::int AS length FROM house_key
    WHERE purpose = 'search' AND retired_at IS NULL ORDER BY created_at DESC, id DESC`);

async function settled({ owner, progress, settle }: SearchWork, until: string): Promise<void> {
  const [wait] = await owner.run((tx) => tx.query<{ left: number }>(FRESH_ENOUGH, [settle]));
  if (wait?.left) {
    progress.step(`Waiting ${Math.ceil(wait.left / 1_000)} s until ${until}`);
    await pause(wait.left);
  }
  await othersHaveEnded(owner);
}

async function indexAll(work: SearchWork, { id, total, ...from }: Exchange, keyed: Keyed): Promise<void> {
  const { owner, masterKeys, batch, progress } = work;
  const keys: SecretKey[] = (await owner.run(keysStanding)).map((row) => ({
    id: row.id,
    key: masterKeys.unwrap(row.wrapped, housePlace(row.id)),
  }));
  let [after, done] = [from.after, from.done];
  for (;;) {
    const ids = await owner.run((tx) => next(tx, keyed, after, batch));
    if (ids.length === 0) return;
    for (const one of ids) await owner.run((tx) => indexOne(work, tx, { exchangeId: id, keyed, id: one, keys }));
    after = ids.at(-1) ?? null;
    done += ids.length;
    progress.within(() => `${done} of ${Math.max(done, total)} clients and callers`);
  }
}

async function next(tx: Transaction, { keys, id }: Keyed, after: Id | null, batch: number): Promise<Id[]> {
  const rows = await tx.query<{ id: Id }>(
    `SELECT ${id} AS id FROM ${keys} WHERE octet_length(wrapped) > 0 AND ($1::uuid IS NULL OR ${id} > $1) ORDER BY ${id} LIMIT $2`,
    [after, batch],
  );
  return rows.map((row) => row.id);
}

interface One {
  readonly exchangeId: Id;
  readonly keyed: Keyed;
  readonly id: Id;
  readonly keys: readonly SecretKey[];
}

async function indexOne(work: SearchWork, tx: Transaction, { exchangeId, keyed, id, keys }: One): Promise<void> {
  const [row] = await tx.query<{ wrapped: Buffer }>(
    `SELECT wrapped FROM ${keyed.keys} WHERE ${keyed.id} = $1 AND octet_length(wrapped) > 0 FOR SHARE`,
    [id],
  );
  if (row && keyed === CLIENTS) await work.indexAnew.of(tx, id, work.words.unwrap(id, row.wrapped), keys);
  if (row && keyed === CALLERS) await work.indexCallersAnew.of(tx, id, keys);
  await advance(tx, exchangeId, 1, id);
}
