import { digestOf, isRestore, readStatement, type Seal } from './seal-statement.js';
import type { SealStore } from './seal-store.js';
import type { SealLine, SealsFile } from './seals-file.js';

/** Seals read and written at once. */
const AT_ONCE = 50;

/**
 * Brings the file outside of the database up to all seals within it, whoever made them: each replica so keeps a whole copy.
 * Nothing is ever taken out of the file: seals that the database has lost stay, and verification names them.
 */
export async function copyOutside(store: SealStore, file: SealsFile): Promise<void> {
  let last = await lastCommon(store, file);
  for (;;) {
    const seals = await store.sealsFrom((last?.number ?? 0n) + 1n, AT_ONCE);
    if (seals.length === 0) return;
    const lines: SealLine[] = [];
    for (const seal of seals) {
      lines.push(await lineOf(store, seal, last?.size ?? 0n));
      last = seal;
    }
    await file.append(lines);
  }
}

async function lineOf(store: SealStore, seal: Seal, from: bigint): Promise<SealLine> {
  const leaves = await store.marks(from, seal.size);
  return {
    statement: seal.statement,
    signature: seal.signature.toString('base64'),
    leaves: leaves.toString('base64'),
  };
}

/** The newest seal that stands in both. Usually that of the last line; after a restore one further up. */
async function lastCommon(store: SealStore, file: SealsFile): Promise<Seal | undefined> {
  const last = await file.last();
  if (!last) return undefined;
  return (await inDatabase(store, last)) ?? searchCommon(store, file);
}

async function searchCommon(store: SealStore, file: SealsFile): Promise<Seal | undefined> {
  let common: Seal | undefined;
  for await (const line of file.lines()) {
    const seal = line && (await inDatabase(store, line));
    if (seal && seal.number > (common?.number ?? 0n)) common = seal;
  }
  return common;
}

async function inDatabase(store: SealStore, { statement }: SealLine): Promise<Seal | undefined> {
  const stated = readStatement(statement);
  if (!stated || isRestore(stated)) return undefined;
  const [seal] = await store.sealsFrom(BigInt(stated.number), 1);
  return seal && digestOf(seal.statement) === digestOf(statement) ? seal : undefined;
}
