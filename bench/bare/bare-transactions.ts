import pg from 'pg';
import type { Statement } from '../../src/platform/database/transaction.js';

export type Row = Readonly<Record<string, unknown>>;
export type Sent = readonly [statement: Statement, values: readonly unknown[]];

export type Step = (rows: readonly Row[][]) => readonly Sent[];

export interface BareOptions {
  readonly url: string;
  readonly poolSize: number;
  /** Sends what does not depend on an answer without waiting for one, as the programme does. */
  readonly pipeline: boolean;
}

const { BYTEA, TIMESTAMPTZ, DATE } = pg.types.builtins as Readonly<Record<string, number>>;
const PLAIN = new Set([BYTEA, TIMESTAMPTZ, DATE]);
const typeParser = pg.types.getTypeParser as (oid: number, format?: string) => (value: string) => unknown;
/** Bytes, instants and days leave as the text in which they came. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    PLAIN.has(oid) ? (text: string) => text : typeParser(oid, format),
};

export class BareTransactions {
  private readonly pool: pg.Pool;
  private readonly together: boolean;

  constructor({ url, poolSize, pipeline }: BareOptions) {
    this.together = pipeline;
    const options = '-c plan_cache_mode=force_generic_plan -c timezone=UTC';
    this.pool = new pg.Pool({ connectionString: url, max: poolSize, options, types, pipeline });
  }

  /** Step after step, each from the rows of the one before, in one transaction. The rows of all of them. */
  async run(...steps: readonly Step[]): Promise<readonly Row[][]> {
    const client = await this.pool.connect();
    try {
      const all: Row[][] = [];
      let rows: readonly Row[][] = [];
      for (const [at, step] of steps.entries()) {
        const isFirst = at === 0;
        const sent = [...(isFirst ? [BEGIN] : []), ...step(rows), ...(at === steps.length - 1 ? [COMMIT] : [])];
        rows = (await this.send(client, sent)).slice(isFirst ? 1 : 0);
        all.push(...rows);
      }
      return all;
    } finally {
      client.release();
    }
  }

  private async send(client: pg.PoolClient, all: readonly Sent[]): Promise<Row[][]> {
    const one = async ([{ name, text }, values]: Sent) =>
      (await client.query(values.length > 0 ? { name, text, values: [...values] } : text)).rows as Row[];
    if (this.together) return Promise.all(all.map(one));
    const rows: Row[][] = [];
    for (const sent of all) rows.push(await one(sent));
    return rows;
  }
}

const BEGIN: Sent = [{ name: 'begin', text: 'BEGIN' }, []];
const COMMIT: Sent = [{ name: 'commit', text: 'COMMIT' }, []];
