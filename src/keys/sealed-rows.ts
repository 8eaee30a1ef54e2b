import type { Id } from '../kernel/ids.js';
import type { Transaction } from '../platform/database/transaction.js';
import { placeText, type Place } from '../platform/sealing/words.js';
import { CLASSLESS, type Keyed } from './keyed.js';

/** One column of a table whose rows hold words of a client or a caller. */
export interface SealedTable {
  readonly name: string;
  readonly column: string;
  /** The column that says whose a row is. */
  readonly subject: string;
  /** What is true of the rows under this key, where a table has others too: rows about a client stand under hers. */
  readonly only: string;
  /** The expression of what a row is sealed under. */
  readonly class: string;
}

export interface SealedRow {
  readonly words: Buffer;
  readonly place: string;
}

/** Found in the catalogue, so that a table added later is not left behind. What two records share is sealed by the first's. */
export const sealedTables = (tx: Transaction, { one, id }: Keyed): Promise<SealedTable[]> =>
  tx.query<SealedTable>(
    `SELECT c.relname AS name, w.attname AS column, s.attname AS subject,
       CASE WHEN $1 = 'caller' AND has.client_id THEN 'client_id IS NULL' ELSE 'true' END AS only,
       CASE WHEN has.class THEN 'class' ELSE $3 END AS class
      FROM pg_class c
      JOIN pg_attribute w ON w.attrelid = c.oid AND w.attname ~ '^(.+_)?words$' AND w.atttypid = 'bytea'::regtype AND NOT w.attisdropped
      JOIN pg_attribute s ON s.attrelid = c.oid AND NOT s.attisdropped
       AND s.attname = ANY (CASE c.relname WHEN $1 THEN ARRAY['id'] ELSE ARRAY[$2::text, 'one_' || $2] END)
     CROSS JOIN LATERAL (SELECT bool_or(attname = 'client_id') AS client_id, bool_or(attname = 'class') AS class
       FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped) has
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
     ORDER BY 1, 2`,
    [one, id, CLASSLESS],
  );

/** A move of a task has no id of its own: its words are bound to the task and to the move's number. What others say in a row stands apart. */
const PLACES: Readonly<Record<string, { readonly id: string; readonly table: string }>> = {
  'task_move.words': { id: 'task_id', table: `'task_move/' || version` },
  'consent.end_words': { id: 'id', table: `'consent/end'` },
  'referral.asked_words': { id: 'id', table: `'referral/asked'` },
};

export async function rowsOf(tx: Transaction, from: SealedTable, subjectId: Id): Promise<SealedRow[]> {
  const { name, column, subject, only, class: of } = from;
  const { id, table } = PLACES[`${name}.${column}`] ?? { id: 'id', table: `'${name}'` };
  return placed(
    await tx.query<Place & { words: Buffer }>(
      `SELECT ${id} AS id, ${of} AS class, ${table} AS "table", ${column} AS words FROM ${name}
        WHERE ${subject} = $1 AND ${only} AND ${column} IS NOT NULL`,
      [subjectId],
    ),
  );
}

/** One column of what stood before, of whatever table. */
export interface Earlier {
  readonly keyed: Keyed;
  readonly id: Id;
  readonly column: string;
}

/** What stood before, with the class under which it was sealed. */
export async function earlierRowsOf(tx: Transaction, { keyed, id, column }: Earlier): Promise<SealedRow[]> {
  const apart = Object.entries(PLACES).filter(([name]) => column !== 'words' && name.endsWith(`.${column}`));
  const table = apart.reduce(
    (others, [name, { table: own }]) => `CASE kind WHEN '${name.split('.')[0]}' THEN ${own} ELSE ${others} END`,
    'kind',
  );
  return placed(
    await tx.query<Place & { words: Buffer }>(
      `SELECT record_id AS id, coalesce(row ->> 'class', ${CLASSLESS}) AS class, ${table} AS "table",
          decode(substr(row ->> $2, 3), 'hex') AS words
        FROM ${keyed.earlier} WHERE ${keyed.id} = $1 AND row ->> $2 IS NOT NULL`,
      [id, column],
    ),
  );
}

const placed = (rows: readonly (Place & { words: Buffer })[]): SealedRow[] =>
  rows.map(({ words, ...place }) => ({ words, place: placeText(place) }));

export interface Resealed {
  readonly from: Buffer;
  readonly to: Buffer;
}

/** Each row by its bytes of before: what somebody changed meanwhile is sealed by the new key already and is not touched. */
export const putBack = (
  tx: Transaction,
  { name, column, subject }: SealedTable,
  subjectId: Id,
  rows: readonly Resealed[],
) =>
  tx.query(
    `UPDATE ${name} t SET ${column} = n.sealed FROM unnest($2::bytea[], $3::bytea[]) n(before, sealed)
      WHERE t.${subject} = $1 AND t.${column} = n.before`,
    [subjectId, rows.map(({ from }) => from), rows.map(({ to }) => to)],
  );

export const putBackEarlier = (tx: Transaction, { keyed, id, column }: Earlier, rows: readonly Resealed[]) =>
  tx.query(
    `UPDATE ${keyed.earlier} e SET row = jsonb_set(e.row, ARRAY[$4], to_jsonb('\\x' || encode(n.sealed, 'hex')))
       FROM unnest($2::bytea[], $3::bytea[]) n(before, sealed)
      WHERE e.${keyed.id} = $1 AND e.row ->> $4 = '\\x' || encode(n.before, 'hex')`,
    [id, rows.map(({ from }) => from), rows.map(({ to }) => to), column],
  );
