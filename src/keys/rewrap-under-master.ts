import type { Id } from '../kernel/ids.js';
import { housePlace } from '../platform/sealing/house-keys.js';
import { keyPlace, wrappedKeysIn } from '../platform/sealing/words.js';
import { advance, beginOrResume, finish, nextStep, type Exchange } from './key-exchange.js';
import type { KeyWork } from './key-work.js';

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
 * @returns how many client keys were wrapped anew
 */
export async function rewrapUnderMaster(work: KeyWork): Promise<number> {
  const current = Buffer.from(work.masterKeys.currentId, 'hex');
  const [left] = await work.owner.run((tx) =>
    tx.query<{ n: number }>(`SELECT count(*)::int AS n FROM sealing_key WHERE ${ELSEWHERE}`, [current]),
  );
  const exchange = await beginOrResume(work, 'master', 'house', left?.n ?? 0);
  if (exchange.isResumed) work.progress.step(`Going on where it was: ${exchange.done} of ${exchange.total}`);
  if (exchange.step === 'house') await rewrapHouseKeys(work, exchange, current);
  let done = 0;
  for (;;) {
    const batch = await rewrapBatch(work, exchange, current);
    if (batch === 0) break;
    done += batch;
    work.progress.within(() => `${done} of ${left?.n ?? 0} client keys`);
  }
  await finish(work, exchange);
  return done;
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

function rewrapBatch({ owner, masterKeys, batch }: KeyWork, exchange: Exchange, current: Buffer): Promise<number> {
  return owner.run(async (tx) => {
    const rows = await tx.query<Wrapped>(
      `SELECT client_id AS id, wrapped FROM sealing_key WHERE ${ELSEWHERE} ORDER BY client_id LIMIT $2 FOR UPDATE`,
      [current, batch],
    );
    const anew = rows.map(({ id, wrapped }) =>
      Buffer.concat(wrappedKeysIn(wrapped).map((each) => masterKeys.rewrap(each, keyPlace(id)))),
    );
    await tx.query(
      `UPDATE sealing_key k SET wrapped = n.wrapped FROM unnest($1::uuid[], $2::bytea[]) n(id, wrapped)
        WHERE k.client_id = n.id`,
      [rows.map(({ id }) => id), anew],
    );
    await advance(tx, exchange.id, rows.length, rows.at(-1)?.id);
    return rows.length;
  });
}
