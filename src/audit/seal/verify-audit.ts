import type pg from 'pg';
import type { Finding, Report } from './findings.js';
import { standingLeaves, unplacedRows, type Standing } from './leaf-walk.js';
import { OutsideSeals } from './outside-seals.js';
import { SealChain } from './seal-chain.js';
import type { SealKeys, SealStatement } from './seal-statement.js';
import { SealStore, type Moment, type SealProgress } from './seal-store.js';
import type { SealsFile } from './seals-file.js';
import { Suspects } from './suspects.js';
import { SealVerdict, SLACK } from './verify-one-seal.js';

export interface Verifying {
  readonly keys: SealKeys;
  readonly file: SealsFile;
  readonly report: Report;
  /** Oftener than anybody wants to read. */
  readonly within: (text: () => string) => void;
}

export interface Verified {
  readonly seals: number;
  readonly rows: bigint;
  /** Rows that wait for their first seal. */
  readonly waiting: number;
  readonly findings: number;
  readonly outside: number;
  /** Seals that a restore left behind, and said so. */
  readonly restoredAway: number;
  /** Lines outside that a key signed which this database does not have. */
  readonly foreign: number;
}

/**
 * Holds every sealed row against the signed roots, in the database and outside, in streams. Within a transaction of
 * `client` that sees one snapshot; as a role that sees every row.
 */
export async function verifyAudit(client: pg.ClientBase, { keys, file, report, within }: Verifying): Promise<Verified> {
  let findings = 0;
  const counted = (finding: Finding) => {
    findings += 1;
    report(finding);
  };
  const outside = await OutsideSeals.read(file, keys, counted);
  const store = new SealStore(client);
  const suspects = new Suspects(counted);
  const verdict = new SealVerdict(outside, suspects, counted);
  const chain = new SealChain(store, { keys, outside, report: counted });
  const leaves = new Places(client);
  for await (const seal of chain.seals()) {
    chain.grown = await verdict.on({ ...seal, leaves: await leaves.upTo(seal.size) });
    within(() => `${seal.size} rows in ${seal.number} seals`);
  }
  for await (const { place, entryId } of leaves.rest()) {
    const what = `Row ${entryId} has place ${place}, behind the last seal.`;
    counted({ kind: 'leaf', place, entryId, what });
  }
  suspects.tell();
  chain.tellLost();
  const waiting = await unplaced(client, store, chain.last, counted);
  const { count, restoredAway, foreign } = outside;
  return { seals: chain.count, rows: chain.size, waiting, findings, outside: count, restoredAway, foreign };
}

/** All places in their order, handed out seal by seal. */
class Places {
  private readonly all: AsyncGenerator<Standing>;
  private next: Standing | undefined;
  private ended = false;

  constructor(client: pg.ClientBase) {
    this.all = standingLeaves(client);
  }

  async upTo(size: bigint): Promise<Standing[]> {
    const taken: Standing[] = [];
    for (let one = await this.peek(); one && one.place < size; one = await this.peek()) {
      taken.push(one);
      this.next = undefined;
    }
    return taken;
  }

  async *rest(): AsyncGenerator<Standing> {
    for (let one = await this.peek(); one; one = await this.peek()) {
      yield one;
      this.next = undefined;
    }
  }

  private async peek(): Promise<Standing | undefined> {
    if (!this.next && !this.ended) {
      const { value, done } = (await this.all.next()) as IteratorResult<Standing, undefined>;
      this.next = value;
      this.ended = done ?? false;
    }
    return this.next;
  }
}

/** Rows without a place: those of now wait for their seal, and one that should have had it long ago was put in. */
async function unplaced(client: pg.ClientBase, store: SealStore, last: SealStatement | undefined, report: Report) {
  const bounds = boundsOf(await store.moment(), await store.progress(), last);
  let waiting = 0;
  for await (const { id: entryId, written_by, at } of unplacedRows(client)) {
    if (BigInt(written_by) >= bounds.transaction && BigInt(at) >= bounds.instant) waiting += 1;
    else
      report({ kind: 'inserted', entryId, what: `Row ${entryId} was put in among rows that are sealed, and is not.` });
  }
  return waiting;
}

/** The transaction and the instant below which everything has its seal. */
function boundsOf(moment: Moment, progress: SealProgress, last: SealStatement | undefined) {
  const isCounting = progress.walked === null && progress.cluster === moment.cluster;
  const since = progress.completeTo ?? last?.since;
  return {
    transaction: isCounting ? later(BigInt(progress.upTo), signedBound(moment, last)) : 0n,
    instant: since ? BigInt(Date.parse(since)) * 1_000n - SLACK : 0n,
  };
}

const signedBound = ({ cluster }: Moment, last: SealStatement | undefined): bigint =>
  last?.cluster === cluster ? BigInt(last.upTo ?? 0) : 0n;

const later = (a: bigint, b: bigint): bigint => (a > b ? a : b);
