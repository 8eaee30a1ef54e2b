import type pg from 'pg';
import type { Id } from '../../kernel/ids.js';
import { leafOfRow, ROW_TEXTS, type AuditRow } from './canonical-row.js';

/** Rows in memory at once. */
const FETCHED = 2_000;

/** One place of the tree, as it stands now. */
export interface Standing {
  readonly place: bigint;
  readonly entryId: Id;
  /** As `audit_leaf` has it. */
  readonly leaf: Buffer;
  /** Nothing: it is not there any more. */
  readonly row: AuditRow | undefined;
  /** Of the row as it is; nothing where there is none. */
  readonly now: Buffer | undefined;
}

const STANDING = `SELECT l.place::text AS leaf_place, l.entry_id AS leaf_entry, l.leaf AS leaf_hash, ${ROW_TEXTS}
  FROM audit_leaf l LEFT JOIN audit_entry e ON e.id = l.entry_id ORDER BY l.place`;
/** Rows that have no place. */
const OUTSIDE = `SELECT ${ROW_TEXTS} FROM audit_entry e LEFT JOIN audit_leaf l ON l.entry_id = e.id WHERE l.entry_id IS NULL`;

interface StandingRow {
  leaf_place: string;
  leaf_entry: Id;
  leaf_hash: Buffer;
  id: Id | null;
}

/** All places in their order, however many. Within a transaction. */
export async function* standingLeaves(client: pg.ClientBase): AsyncGenerator<Standing> {
  for await (const { leaf_place, leaf_entry, leaf_hash, ...rest } of streamed<StandingRow>(client, STANDING)) {
    const place = BigInt(leaf_place);
    const row = rest.id === null ? undefined : (rest as AuditRow);
    const now = row && leafOfRow(place, row);
    yield { place, entryId: leaf_entry, leaf: leaf_hash, row, now };
  }
}

export const unplacedRows = (client: pg.ClientBase): AsyncGenerator<AuditRow> => streamed<AuditRow>(client, OUTSIDE);

async function* streamed<Row>(client: pg.ClientBase, text: string): AsyncGenerator<Row> {
  await client.query(`DECLARE audit_walk NO SCROLL CURSOR FOR ${text}`);
  try {
    for (;;) {
      const { rows } = await client.query(`FETCH ${FETCHED} FROM audit_walk`);
      if (rows.length === 0) return;
      yield* rows as Row[];
    }
  } finally {
    await client.query('CLOSE audit_walk');
  }
}
