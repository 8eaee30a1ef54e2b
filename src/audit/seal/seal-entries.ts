import type pg from 'pg';
import type { Id } from '../../kernel/ids.js';
import type { SecretKey } from '../../platform/sealing/house-keys.js';
import type { CopiedRows } from './copied-rows.js';
import { copyOutside } from './copy-outside.js';
import { HashTree } from './hash-tree.js';
import { digestOf, FIRST_PREVIOUS, readSeal, signWith, type Seal, type SealStatement } from './seal-statement.js';
import { FIRST_ID, SealStore, type Moment, type SealProgress } from './seal-store.js';
import type { SealsFile } from './seals-file.js';

export interface Sealing {
  readonly key: SecretKey;
  readonly file: SealsFile;
  /** Rows in one seal, at most. */
  readonly batch: number;
}

/** What one turn did. `more`: there is something left that needs no waiting, if only to be copied outside. */
export interface Turn {
  readonly sealed: number;
  readonly more: boolean;
}

interface Found {
  readonly rows: CopiedRows;
  readonly next: SealProgress;
  readonly more: boolean;
}

/**
 * One turn of sealing, in one transaction: the seals that are there already go outside, then the next rows get their
 * places, and a signed root over everything. Which rows are sealed is what `audit_leaf` says; where to look for others is a
 * matter of speed. So a row of another cluster, whose transaction numbers mean nothing here, is sealed once as well.
 */
export async function sealOnce(client: pg.ClientBase, sealing: Sealing): Promise<Turn> {
  const store = new SealStore(client);
  await client.query('BEGIN');
  try {
    const turn = (await store.takeTurn()) ? await takeTurn(store, sealing) : { sealed: 0, more: false };
    await client.query('COMMIT');
    return turn;
  } catch (fault) {
    await client.query('ROLLBACK').catch(() => undefined); // a broken connection has rolled back already
    throw fault;
  }
}

async function takeTurn(store: SealStore, sealing: Sealing): Promise<Turn> {
  await copyOutside(store, sealing.file);
  const moment = await store.moment();
  const standing = await store.progress();
  const { rows, next, more } = await find(store, moment, standing, sealing.batch);
  if (rows.count > 0) await seal(store, { rows, moment, next, since: standing.completeTo }, sealing.key);
  await store.keepProgress(next);
  return { sealed: rows.count, more: more || rows.count > 0 };
}

function find(store: SealStore, moment: Moment, standing: SealProgress, batch: number): Promise<Found> {
  const { cluster, horizon } = moment;
  const progress = standing.cluster === cluster ? standing : { ...standing, cluster, upTo: horizon, walked: FIRST_ID };
  return progress.walked === null
    ? findInRange(store, moment, progress, batch)
    : walk(store, progress, progress.walked, batch);
}

/** What has been written since the last time, by transactions that are surely over. */
async function findInRange(store: SealStore, moment: Moment, progress: SealProgress, batch: number): Promise<Found> {
  const rows = await store.waiting(progress.upTo, moment.horizon, batch);
  if (rows.count === batch) return { rows, next: { ...progress, upTo: rows.lastWrittenBy }, more: true };
  return { rows, next: { ...progress, upTo: moment.horizon, completeTo: moment.at }, more: false };
}

/** Every row by its id, page by page. What is written meanwhile is above `upTo` and is found afterwards. */
async function walk(store: SealStore, progress: SealProgress, after: Id, batch: number): Promise<Found> {
  const { n, last, rows } = await store.page(after, batch);
  return { rows, next: { ...progress, walked: n < batch ? null : (last ?? null) }, more: true };
}

interface ToSeal {
  readonly rows: CopiedRows;
  readonly moment: Moment;
  readonly next: SealProgress;
  readonly since: string | null;
}

async function seal(store: SealStore, { rows, moment, next, since }: ToSeal, key: SecretKey): Promise<void> {
  const before = await store.lastSeal();
  const tree = before ? HashTree.grown(before.size, before.peaks) : HashTree.empty();
  assertGrowsFrom(tree, before);
  const leaves = rows.placeIn(tree);
  const number = (before?.number ?? 0n) + 1n;
  const statement = JSON.stringify({
    form: 'throughline audit seal 1',
    number: String(number),
    size: String(tree.size),
    root: tree.root.toString('hex'),
    previous: before ? digestOf(before.statement) : FIRST_PREVIOUS,
    at: moment.at,
    cluster: moment.cluster,
    upTo: next.walked === null ? next.upTo : null,
    since,
    key: key.id,
  } satisfies SealStatement);
  await store.add(leaves, {
    number,
    size: tree.size,
    statement,
    signature: signWith(key, statement),
    peaks: tree.kept,
  });
}

/** On ground that was tampered with no further seal is built: verification says what it was. */
function assertGrowsFrom(tree: HashTree, before: Seal | undefined): void {
  if (before && readSeal(before.statement).root !== tree.root.toString('hex'))
    throw new Error(`Seal ${String(before.number)} does not fit its own root. Run \`npm run audit:verify\`.`);
}
