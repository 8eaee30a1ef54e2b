import type { Id } from '../kernel/ids.js';
import type { Transaction } from '../platform/database/transaction.js';
import { placeText, type Place } from '../platform/sealing/words.js';

/** One column of a table whose rows hold words of a client. */
export interface SealedTable {
  readonly name: string;
  readonly column: string;
  /** The column that says whose a row is. */
  readonly subject: string;
}

export interface SealedRow {
  readonly words: Buffer;
  readonly place: string;
}

/** Found in the catalogue, so that a table added later is not left behind. What two records share is sealed by the first's. */
export const sealedTables = (tx: Transaction): Promise<SealedTable[]> =>
  tx.query<SealedTable>(`SELECT c.relname AS name, w.attname AS column, s.attname AS subject
    FROM pg_class c JOIN pg_attribute w ON w.attrelid = c.oid AND w.attname ~ '^(.+_)?words$' AND NOT w.attisdropped
    JOIN pg_attribute s ON s.attrelid = c.oid AND NOT s.attisdropped
     AND s.attname = ANY (CASE c.relname WHEN 'client' THEN ARRAY['id'] ELSE ARRAY['client_id', 'one_client_id'] END)
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND w.atttypid = 'bytea'::regtype
   ORDER BY 1, 2`);

/** A move of a task has no id of its own: its words are bound to the task and to the move's number. */
const PLACES: Readonly<Record<string, { readonly id: string; readonly table: string }>> = {
  'task_move.words': { id: 'task_id', table: `'task_move/' || version` },
  'consent.end_words': { id: 'id', table: `'consent/end'` },
};

export async function rowsOf(tx: Transaction, from: SealedTable, clientId: Id): Promise<SealedRow[]> {
  const { name, column, subject } = from;
  const { id, table } = PLACES[`${name}.${column}`] ?? { id: 'id', table: `'${name}'` };
  return placed(
    await tx.query<Place & { words: Buffer }>(
      `SELECT ${id} AS id, class, ${table} AS "table", ${column} AS words FROM ${name}
        WHERE ${subject} = $1 AND ${column} IS NOT NULL`,
      [clientId],
    ),
  );
}

/** What stood before, with the class under which it was sealed. */
export async function earlierRowsOf(tx: Transaction, clientId: Id): Promise<SealedRow[]> {
  return placed(
    await tx.query<Place & { words: Buffer }>(
      `SELECT record_id AS id, row ->> 'class' AS class, kind AS "table", decode(substr(row ->> 'words', 3), 'hex') AS words
        FROM earlier_version WHERE client_id = $1 AND row ->> 'words' IS NOT NULL`,
      [clientId],
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
  clientId: Id,
  rows: readonly Resealed[],
) =>
  tx.query(
    `UPDATE ${name} t SET ${column} = n.sealed FROM unnest($2::bytea[], $3::bytea[]) n(before, sealed)
      WHERE t.${subject} = $1 AND t.${column} = n.before`,
    [clientId, rows.map(({ from }) => from), rows.map(({ to }) => to)],
  );

export const putBackEarlier = (tx: Transaction, clientId: Id, rows: readonly Resealed[]) =>
  tx.query(
    `UPDATE earlier_version e SET row = jsonb_set(e.row, '{words}', to_jsonb('\\x' || encode(n.sealed, 'hex')))
       FROM unnest($2::bytea[], $3::bytea[]) n(before, sealed)
      WHERE e.client_id = $1 AND e.row ->> 'words' = '\\x' || encode(n.before, 'hex')`,
    [clientId, rows.map(({ from }) => from), rows.map(({ to }) => to)],
  );
