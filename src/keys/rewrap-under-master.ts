import type { Id } from '../kernel/ids.js';
import type { Transaction } from '../platform/database/transaction.js';
import { housePlace } from '../platform/sealing/house-keys.js';
import { wrappedKeysIn } from '../platform/sealing/words.js';
import { advance, beginOrResume, finish, nextStep, type Exchange } from './key-exchange.js';
import type { KeyWork } from './key-work.js';
import { KEYED, type Keyed } from './keyed.js';

interface Wrapped {
  readonly id: Id;
  readonly wrapped: Buffer;
}

/** Under another master key than the current one; a row in exchange holds two. */
const ELSEWHERE = `octet_length(wrapped) > 0 AND (substring(wrapped FROM 1 FOR 4) <> $1
  OR (stage IS NOT NULL AND substring(wrapped FROM 66 FOR 4) <> $1))`;

/**
 * Wraps every key anew under the first master key. The keys inside stay the same, so whoever reads meanwhile notices
 * nothing, as long as every replica knows both master keys.
 *
 * @returns how many keys of clients and callers were wrapped anew
 */
export async function rewrapUnderMaster(work: KeyWork): Promise<number> {
  const current = Buffer.from(work.masterKeys.currentId, 'hex');
  const total = await work.owner.run((tx) => standingElsewhere(tx, current));
  const exchange = await beginOrResume(work, 'master', 'house', total);
  if (exchange.isResumed) work.progress.step(`Going on where it was: ${exchange.done} of ${exchange.total}`);
  if (exchange.step === 'house') await rewrapHouseKeys(work, exchange, current);
  let done = 0;
  for (const keyed of KEYED) {
    for (;;) {
      const batch = await rewrapBatch(work, { exchange, keyed, current });
      if (batch === 0) break;
      done += batch;
      work.progress.within(() => `${done} of ${total} keys of clients and callers`);
    }
  }
  await finish(work, exchange);
  return done;
}

async function standingElsewhere(tx: Transaction, current: Buffer): Promise<number> {
  const counts = KEYED.map(({ keys }) => `(SELECT count(*) FROM ${keys} WHERE ${ELSEWHERE})`);
  const [left] = await tx.query<{ n: number }>(`SELECT (${counts.join(' + ')})::int AS n`, [current]);
  return left?.n ?? 0;
}

/** They are few: all at once. */
function rewrapHouseKeys({ owner, masterKeys, progress }: KeyWork, { id }: Exchange, current: Buffer): Promise<void> {
  return owner.run(async (tx) => {
    const rows = await tx.query<Wrapped>(
      'SELECT id, wrapped FROM house_key WHERE substring(wrapped FROM 1 FOR 4) <> $1 ORDER BY id FOR UPDATE',
      [current],
    );
    for (const { id: keyId, wrapped } of rows) {
      const anew = masterKeys.rewrap(wrapped, housePlace(keyId));
      await tx.query('UPDATE house_key SET wrapped = $2 WHERE id = $1', [keyId, anew]);
    }
    await nextStep(tx, id, 'clients');
    progress.step(`${rows.length} keys of the house`);
  });
}

interface Rewrapping {
  readonly exchange: Exchange;
  readonly keyed: Keyed;
  readonly current: Buffer;
}

function rewrapBatch({ owner, masterKeys, batch }: KeyWork, { exchange, keyed, current }: Rewrapping): Promise<number> {
  const { keys, id: column, place } = keyed;
  return owner.run(async (tx) => {
    const rows = await tx.query<Wrapped>(
      `SELECT ${column} AS id, wrapped FROM ${keys} WHERE ${ELSEWHERE} ORDER BY ${column} LIMIT $2 FOR UPDATE`,
      [current, batch],
    );
    const anew = rows.map(({ id, wrapped }) =>
      Buffer.concat(wrappedKeysIn(wrapped).map((each) => masterKeys.rewrap(each, place(id)))),
    );
    await tx.query(
      `UPDATE ${keys} k SET wrapped = n.wrapped FROM unnest($1::uuid[], $2::bytea[]) n(id, wrapped)
        WHERE k.${column} = n.id`,
      [rows.map(({ id }) => id), anew],
    );
    await advance(tx, exchange.id, rows.length, rows.at(-1)?.id);
    return rows.length;
  });
}
