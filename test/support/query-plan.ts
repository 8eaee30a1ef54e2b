import type pg from 'pg';
import type { Statement } from '../../src/platform/database/transaction.js';

export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Shared Hit Blocks'?: number;
  readonly 'Shared Read Blocks'?: number;
  readonly 'Index Cond'?: string;
  readonly Filter?: string;
  readonly Plans?: readonly PlanNode[];
}

type One = string | number | boolean | null | Buffer;
export type PlanValue = One | readonly One[];

const within = (node: PlanNode): readonly PlanNode[] => [node, ...(node.Plans ?? []).flatMap(within)];

const text = (value: One): string => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : String(value));
const element = (value: One): string => (Buffer.isBuffer(value) ? `"\\${text(value)}"` : text(value));

const literal = (client: pg.Client, value: PlanValue): string => {
  if (value === null) return 'NULL';
  return client.escapeLiteral(Array.isArray(value) ? `{${value.map(element).join(',')}}` : text(value as One));
};

/**
 * The nodes of the plan by which PostgreSQL answers a statement as it is served: prepared once, for any values. The first
 * is the root. Within a transaction that the caller has opened as whoever asks.
 *
 * @param how `analysed` runs it, once before so that reading the catalogue is not counted, and brings the blocks that it
 *   read
 */
export async function planned(
  client: pg.Client,
  statement: Pick<Statement, 'text'>,
  values: readonly PlanValue[],
  { analysed = false } = {},
): Promise<readonly [PlanNode, ...PlanNode[]]> {
  await client.query(`PREPARE asked AS ${statement.text}`);
  const execute = `EXECUTE asked${values.length > 0 ? `(${values.map((value) => literal(client, value)).join(', ')})` : ''}`;
  if (analysed) await client.query(`SAVEPOINT before; ${execute}; ROLLBACK TO before`);
  const options = analysed ? 'ANALYZE, BUFFERS, TIMING OFF, SUMMARY OFF, FORMAT JSON' : 'FORMAT JSON';
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(`EXPLAIN (${options}) ${execute}`);
  await client.query('DEALLOCATE asked');
  return within(rows[0]!['QUERY PLAN'][0].Plan) as [PlanNode, ...PlanNode[]];
}

const READS = ['Seq Scan', 'Index Scan', 'Index Only Scan', 'Bitmap Index Scan'];

/** The tables that a plan reads from end to end: as they lie, or along an index of which it asks nothing. */
export const readWhole = (nodes: readonly PlanNode[]): readonly string[] =>
  nodes.flatMap((node) =>
    READS.includes(node['Node Type']) && node['Index Cond'] === undefined
      ? [node['Relation Name'] ?? node['Index Name'] ?? '?']
      : [],
  );

/** Filters that first read everything of the actor's into a hash table: 10,000 grants of a coordinator, each time. */
export const hashed = (nodes: readonly PlanNode[]): readonly string[] =>
  nodes.flatMap(({ Filter = '' }) => (Filter.includes('hashed SubPlan') ? [Filter] : []));

/** Blocks of 8 kB that an analysed plan touched. */
export const blocksRead = ([root]: readonly [PlanNode, ...PlanNode[]]): number =>
  (root['Shared Hit Blocks'] ?? 0) + (root['Shared Read Blocks'] ?? 0);
