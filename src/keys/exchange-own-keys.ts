import type { Id } from '../kernel/ids.js';
import type { Transaction } from '../platform/database/transaction.js';
import { newKey } from '../platform/sealing/seal.js';
import { wrappedKeysIn, type ClientKey } from '../platform/sealing/words.js';
import { advance, beginOrResume, finish, type Exchange } from './key-exchange.js';
import type { KeyWork } from './key-work.js';
import type { Keyed } from './keyed.js';
import { othersHaveEnded } from './other-transactions.js';
import { resealWords, WordsShut } from './reseal-words.js';
import { sealedTables, type SealedTable } from './sealed-rows.js';

interface Wrapped {
  readonly id: Id;
  readonly wrapped: Buffer;
}

/** A key that was shredded has nothing left to exchange. */
const WITH_OLD_KEY = `octet_length(wrapped) > 0 AND stage IS NULL AND coalesce(keyed_at, created_at) < $1`;

export interface Exchanged {
  readonly people: number;
  /** Rows that open under no key of whose they are; she keeps both of hers. */
  readonly shut: readonly string[];
}

/** An exchange over these people. */
type OwnKeys = KeyWork & { readonly keyed: Keyed };

/**
 * Gives every client, or every caller, a new key and seals her words under it, while everybody reads and writes. Nothing
 * is locked for longer than it takes to seal one person's rows: for a while her row holds two keys, and each step waits until nobody
 * goes by the step before.
 *
 * added: the new key opens · turned: it seals, and the old one still opens · resealed: nothing is under the old one ·
 * and then the old one goes.
 */
export async function exchangeOwnKeys(keyWork: KeyWork, keyed: Keyed): Promise<Exchanged> {
  const work = { ...keyWork, keyed };
  const [all] = await work.owner.run((tx) =>
    tx.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${keyed.keys} WHERE octet_length(wrapped) > 0`),
  );
  const exchange = await beginOrResume(work, keyed.kind, 'exchange', all?.n ?? 0);
  if (exchange.isResumed) work.progress.step(`Going on where it was: ${exchange.done} of ${exchange.total}`);
  const shut = [...(await exchangeBatch(work, exchange, await begun(work)))];
  let done = exchange.done;
  for (let ids = await next(work, exchange); ids.length > 0; ids = await next(work, exchange, ids.at(-1))) {
    shut.push(...(await exchangeBatch(work, exchange, ids)));
    done += ids.length;
    work.progress.within(() => `${done} of ${exchange.total} ${keyed.kind}`);
  }
  if (shut.length === 0) await finish(work, exchange);
  return { people: done, shut };
}

/** Those whom an exchange that broke off had begun with. */
const begun = ({ owner, keyed: { keys, id } }: OwnKeys): Promise<Id[]> =>
  idsOf(owner.run((tx) => tx.query(`SELECT ${id} AS id FROM ${keys} WHERE stage IS NOT NULL ORDER BY 1`)));

const next = ({ owner, batch, keyed: { keys, id } }: OwnKeys, { startedAt }: Exchange, after?: Id): Promise<Id[]> =>
  idsOf(
    owner.run((tx) =>
      tx.query(
        `SELECT ${id} AS id FROM ${keys} WHERE ${WITH_OLD_KEY} AND ($2::uuid IS NULL OR ${id} > $2) ORDER BY ${id} LIMIT $3`,
        [startedAt, after ?? null, batch],
      ),
    ),
  );

const idsOf = async (rows: Promise<{ id: Id }[]>): Promise<Id[]> => (await rows).map(({ id }) => id);

async function exchangeBatch(work: OwnKeys, exchange: Exchange, ids: readonly Id[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const { owner, keyed } = work;
  await owner.run((tx) => change(tx, ids, { keyed, from: null, to: 'added', key: (one) => withNewKey(work, one) }));
  await othersHaveEnded(owner);
  await owner.run((tx) => change(tx, ids, { keyed, from: 'added', to: 'turned', key: turned }));
  await othersHaveEnded(owner);
  const tables = await owner.run((tx) => sealedTables(tx, keyed));
  const shut: string[] = [];
  for (const id of ids) await owner.run((tx) => reseal(tx, id, { work, tables, shut }));
  await othersHaveEnded(owner);
  await owner.run(async (tx) => {
    const kept = await change(tx, ids, { keyed, from: 'resealed', to: null, key: ({ wrapped }) => firstOf(wrapped) });
    await tx.query(`UPDATE ${keyed.keys} SET keyed_at = now() WHERE ${keyed.id} = ANY ($1)`, [kept]);
    await advance(tx, exchange.id, kept.length, ids.at(-1));
  });
  return shut;
}

interface Change {
  readonly keyed: Keyed;
  readonly from: string | null;
  readonly to: string | null;
  readonly key: (one: Wrapped) => Buffer;
}

/** @returns those who stood there */
async function change(tx: Transaction, ids: readonly Id[], { keyed, from, to, key }: Change): Promise<Id[]> {
  const rows = await tx.query<Wrapped>(
    `SELECT ${keyed.id} AS id, wrapped FROM ${keyed.keys} WHERE ${keyed.id} = ANY ($1) AND stage IS NOT DISTINCT FROM $2
       AND octet_length(wrapped) > 0 ORDER BY 1 FOR UPDATE`,
    [ids, from],
  );
  await tx.query(
    `UPDATE ${keyed.keys} k SET stage = $3, wrapped = n.wrapped FROM unnest($1::uuid[], $2::bytea[]) n(id, wrapped)
      WHERE k.${keyed.id} = n.id`,
    [rows.map(({ id }) => id), rows.map(key), to],
  );
  return rows.map(({ id }) => id);
}

const withNewKey = ({ masterKeys, keyed }: OwnKeys, { id, wrapped }: Wrapped): Buffer =>
  Buffer.concat([wrapped, masterKeys.wrap(newKey(), keyed.place(id))]);

const turned = ({ wrapped }: Wrapped): Buffer => Buffer.concat([...wrappedKeysIn(wrapped)].reverse());

const firstOf = (wrapped: Buffer): Buffer => wrappedKeysIn(wrapped)[0] ?? wrapped;

interface Resealing {
  readonly work: OwnKeys;
  readonly tables: readonly SealedTable[];
  readonly shut: string[];
}

/** A row that does not open keeps its person at two keys and stops nobody else. */
async function reseal(tx: Transaction, id: Id, { work, tables, shut }: Resealing): Promise<void> {
  const { keyed } = work;
  const [row] = await tx.query<Wrapped>(
    `SELECT ${keyed.id} AS id, wrapped FROM ${keyed.keys} WHERE ${keyed.id} = $1 AND stage = 'turned'
       AND octet_length(wrapped) > 0 FOR NO KEY UPDATE`,
    [id],
  );
  if (!row) return;
  try {
    await resealWords(tx, { keyed, id, key: keyIn(work, row) }, tables);
    await tx.query(`UPDATE ${keyed.keys} SET stage = 'resealed' WHERE ${keyed.id} = $1`, [id]);
  } catch (fault) {
    if (!(fault instanceof WordsShut)) throw fault;
    shut.push(fault.message);
  }
}

function keyIn({ masterKeys, keyed }: OwnKeys, { id, wrapped }: Wrapped): ClientKey {
  const [seals, opensToo] = wrappedKeysIn(wrapped).map((each) => masterKeys.unwrap(each, keyed.place(id)));
  if (!seals || !opensToo) throw new Error(`The ${keyed.one} ${id} has not the two keys of an exchange.`);
  return { seals, opensToo };
}
