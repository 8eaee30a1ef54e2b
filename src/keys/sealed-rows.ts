import type { Id } from '../kernel/ids.js';
import type { Transaction } from '../platform/database/transaction.js';
import { placeText, type Place } from '../platform/sealing/words.js';

/** One table whose rows hold words of a client. */
export interface SealedTable {
  readonly name: string;
  /** The column that says whose a row is. */
  readonly subject: string;
}

export interface SealedRow {
  readonly words: Buffer;
  readonly place: string;
}

/** Found in the catalogue, so that a table added later is not left behind. */
export const sealedTables = (tx: Transaction): Promise<SealedTable[]> =>
  tx.query<SealedTable>(`SELECT c.relname AS name, CASE c.relname WHEN 'client' THEN 'id' ELSE 'client_id' END AS subject
    FROM pg_class c JOIN pg_attribute w ON w.attrelid = c.oid AND w.attname = 'words' AND NOT w.attisdropped
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND w.atttypid = 'bytea'::regtype
     AND (c.relname = 'client' OR EXISTS (SELECT FROM pg_attribute s WHERE s.attrelid = c.oid AND s.attname = 'client_id'))
   ORDER BY 1`);

/** A move of a task has no id of its own: its words are bound to the task and to the move's number. */
const PLACES: Readonly<Record<string, { readonly id: string; readonly table: string }>> = {
  task_move: { id: 'task_id', table: `'task_move/' || version` },
};

export async function rowsOf(tx: Transaction, { name, subject }: SealedTable, clientId: Id): Promise<SealedRow[]> {
  const { id, table } = PLACES[name] ?? { id: 'id', table: `'${name}'` };
  return placed(
    await tx.query<Place & { words: Buffer }>(
      `SELECT ${id} AS id, class, ${table} AS "table", words FROM ${name} WHERE ${subject} = $1 AND words IS NOT NULL`,
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
export const putBack = (tx: Transaction, { name, subject }: SealedTable, clientId: Id, rows: readonly Resealed[]) =>
  tx.query(
    `UPDATE ${name} t SET words = n.sealed FROM unnest($2::bytea[], $3::bytea[]) n(before, sealed)
      WHERE t.${subject} = $1 AND t.words = n.before`,
    [clientId, rows.map(({ from }) => from), rows.map(({ to }) => to)],
  );

export const putBackEarlier = (tx: Transaction, clientId: Id, rows: readonly Resealed[]) =>
  tx.query(
    `UPDATE earlier_version e SET row = jsonb_set(e.row, '{words}', to_jsonb('\\x' || encode(n.sealed, 'hex')))
       FROM unnest($2::bytea[], $3::bytea[]) n(before, sealed)
      WHERE e.client_id = $1 AND e.row ->> 'words' = '\\x' || encode(n.before, 'hex')`,
    [clientId, rows.map(({ from }) => from), rows.map(({ to }) => to)],
  );
