import type pg from 'pg';
import type { Id } from '../../kernel/ids.js';
import { copyIn, copyOut } from '../../platform/database/copy.js';
import { CopiedRows, COPIED } from './copied-rows.js';
import type { CopiedLeaves } from './copied-leaves.js';
import type { Seal } from './seal-statement.js';
import { LEAF_MARK } from './seals-file.js';

/** Before every id of ours. */
export const FIRST_ID = '00000000-0000-0000-0000-000000000000' as Id;
/**
 * Held by whoever seals, until its transaction ends: any number of replicas behave as one. In that transaction rows are read
 * along the index on `written_by`, as many as one seal takes: the planner guesses that next to none wait, and would read and
 * sort all that do, anew for each seal.
 */
const LOCK = `SELECT pg_try_advisory_xact_lock(7204) AS mine,
  set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true)`;
/** RFC 3339, whatever the settings of the session. */
const instant = (of: string): string => `to_char(${of} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const MOMENT = `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon, ${instant('now()')} AS at,
  (SELECT system_identifier::text FROM pg_control_system()) AS cluster`;
const PROGRESS = `SELECT cluster, up_to::text AS "upTo", walked, ${instant('complete_to')} AS "completeTo" FROM audit_seal_progress`;
/** A subquery, not a join: each row asks the index, however the planner guesses. */
const UNSEALED = '(SELECT l.place FROM audit_leaf l WHERE l.entry_id = e.id) IS NULL';
export const WAITING = `SELECT ${COPIED} FROM audit_entry e
  WHERE e.written_by >= $1::xid8 AND e.written_by < $2::xid8 AND ${UNSEALED} ORDER BY e.written_by, e.id LIMIT $3`;
const PAGE = `SELECT count(*)::int AS n, (array_agg(id ORDER BY id DESC))[1] AS last
  FROM (SELECT id FROM audit_entry WHERE id > $1 ORDER BY id LIMIT $2) page`;
const WAITING_ON_PAGE = `SELECT ${COPIED} FROM audit_entry e
  WHERE e.id > $1 AND e.id <= $2 AND ${UNSEALED} ORDER BY e.written_by, e.id`;
const KEEP_PROGRESS = `INSERT INTO audit_seal_progress (cluster, up_to, walked, complete_to, moved_at)
  VALUES ($1, $2::xid8, $3, $4, now()) ON CONFLICT (only_row) DO UPDATE SET (cluster, up_to, walked, complete_to, moved_at)
    = (excluded.cluster, excluded.up_to, excluded.walked, excluded.complete_to, excluded.moved_at)`;
const SEAL = 'SELECT number::text, size::text, statement, signature, peaks FROM audit_seal';
const MARKS = `SELECT string_agg(substr(leaf, 1, ${LEAF_MARK}), '' ORDER BY place) AS marks FROM audit_leaf
  WHERE place >= $1 AND place < $2`;

export interface Moment {
  /** Below it every transaction is over. */
  readonly horizon: string;
  readonly at: string;
  readonly cluster: string;
}

export interface SealProgress {
  readonly cluster: string;
  readonly upTo: string;
  readonly walked: Id | null;
  readonly completeTo: string | null;
}

interface SealRow {
  number: string;
  size: string;
  statement: string;
  signature: Buffer;
  peaks: Buffer;
}

const sealOf = ({ number, size, ...rest }: SealRow): Seal => ({ number: BigInt(number), size: BigInt(size), ...rest });

/** What the sealer reads and writes, on one connection. */
export class SealStore {
  constructor(private readonly client: pg.ClientBase) {}

  async takeTurn(): Promise<boolean> {
    const [row] = await this.ask<{ mine: boolean }>(LOCK);
    return row?.mine ?? false;
  }

  async moment(): Promise<Moment> {
    const [moment] = await this.ask<Moment>(MOMENT);
    if (!moment) throw new Error('The database tells no moment.');
    return moment;
  }

  /** Without its row everything is looked at once again. */
  async progress(): Promise<SealProgress> {
    const [progress] = await this.ask<SealProgress>(PROGRESS);
    return progress ?? { cluster: '', upTo: '0', walked: FIRST_ID, completeTo: null };
  }

  async lastSeal(): Promise<Seal | undefined> {
    const [row] = await this.ask<SealRow>(`${SEAL} ORDER BY audit_seal.number DESC LIMIT 1`);
    return row && sealOf(row);
  }

  /** From a number on, a few at a time. */
  async sealsFrom(number: bigint, most: number): Promise<readonly Seal[]> {
    const rows = await this.ask<SealRow>(`${SEAL} WHERE number >= $1 ORDER BY audit_seal.number LIMIT $2`, [
      String(number),
      most,
    ]);
    return rows.map(sealOf);
  }

  async marks(from: bigint, to: bigint): Promise<Buffer> {
    const [row] = await this.ask<{ marks: Buffer | null }>(MARKS, [String(from), String(to)]);
    return row?.marks ?? Buffer.alloc(0);
  }

  waiting(from: string, to: string, most: number): Promise<CopiedRows> {
    return this.copied(WAITING, [from, to, most], most);
  }

  /** The next page of all rows: how many stand on it, which is the last, and those that wait. */
  async page(after: Id, most: number): Promise<{ n: number; last: Id | undefined; rows: CopiedRows }> {
    const [page] = await this.ask<{ n: number; last: Id | null }>(PAGE, [after, most]);
    if (!page?.last) return { n: 0, last: undefined, rows: new CopiedRows(0) };
    const rows = await this.copied(WAITING_ON_PAGE, [after, page.last], most);
    return { n: page.n, last: page.last, rows };
  }

  async add(leaves: CopiedLeaves, seal: Seal): Promise<void> {
    await copyIn(this.client, 'COPY audit_leaf (place, entry_id, leaf) FROM STDIN (FORMAT binary)', leaves.chunks());
    await this.ask('INSERT INTO audit_seal (number, size, statement, signature, peaks) VALUES ($1, $2, $3, $4, $5)', [
      ...[String(seal.number), String(seal.size), seal.statement, seal.signature, seal.peaks],
    ]);
  }

  async keepProgress({ cluster, upTo, walked, completeTo }: SealProgress): Promise<void> {
    await this.ask(KEEP_PROGRESS, [cluster, upTo, walked, completeTo]);
  }

  private async copied(text: string, values: readonly (string | number)[], most: number) {
    // COPY takes no parameters.
    const bound = text.replace(/\$(\d)/g, (_, n) => this.client.escapeLiteral(String(values[Number(n) - 1])));
    const copied = new CopiedRows(most);
    await copyOut(this.client, `COPY (${bound}) TO STDOUT (FORMAT binary)`, (chunk) => {
      copied.take(chunk);
      return undefined;
    });
    return copied;
  }

  private async ask<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const { rows } = await this.client.query({ text, values: [...values] });
    return rows as Row[];
  }
}
