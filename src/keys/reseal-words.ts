import type { Id } from '../kernel/ids.js';
import type { Transaction } from '../platform/database/transaction.js';
import { open, seal } from '../platform/sealing/seal.js';
import type { ClientKey } from '../platform/sealing/words.js';
import type { Keyed } from './keyed.js';
import {
  earlierRowsOf,
  putBack,
  putBackEarlier,
  rowsOf,
  type Resealed,
  type SealedRow,
  type SealedTable,
} from './sealed-rows.js';

/** Words that neither of somebody's two keys opens. */
export class WordsShut extends Error {
  override readonly name = 'WordsShut';
}

export interface Resealing {
  readonly keyed: Keyed;
  readonly id: Id;
  readonly key: ClientKey;
}

/**
 * Every word of one client or caller under her new key, in one transaction. The tables come before what stood earlier: a row that
 * somebody changes meanwhile moves its old words there.
 *
 * @returns how many rows were sealed anew
 * @throws WordsShut naming the row
 */
export async function resealWords(
  tx: Transaction,
  { keyed, id, key }: Resealing,
  tables: readonly SealedTable[],
): Promise<number> {
  await tx.query(`SELECT set_config('app.resealing', 'on', true)`);
  let count = 0;
  for (const table of tables) {
    const rows = anew(key, await rowsOf(tx, table, id));
    if (rows.length > 0) await putBack(tx, table, id, rows);
    count += rows.length;
  }
  for (const column of new Set(tables.map((table) => table.column))) {
    const of = { keyed, id, column };
    const earlier = anew(key, await earlierRowsOf(tx, of));
    if (earlier.length > 0) await putBackEarlier(tx, of, earlier);
    count += earlier.length;
  }
  return count;
}

function anew({ seals, opensToo }: ClientKey, rows: readonly SealedRow[]): Resealed[] {
  return rows.flatMap(({ words, place }) => {
    if (opened(seals, place, words)) return [];
    const plain = opensToo && opened(opensToo, place, words);
    if (!plain) throw new WordsShut(`The words of ${place} open under neither key.`);
    return [{ from: words, to: seal(seals, place, plain) }];
  });
}

function opened(key: ClientKey['seals'], place: string, words: Buffer): Buffer | undefined {
  try {
    return open(key, place, words);
  } catch {
    return undefined;
  }
}
