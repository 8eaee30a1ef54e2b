import type { Id } from '../../kernel/ids.js';
import { canonicalJson } from './canonical-json.js';
import { leafOf } from './hash-tree.js';

/**
 * Every column of `audit_entry`, in this order for ever, and the text it is hashed as. A new column goes to the end and
 * is null in old rows, so that their bytes stay what they were.
 */
const COLUMNS = {
  id: 'e.id::text',
  at: '(extract(epoch FROM e.at) * 1000000)::bigint::text',
  request_id: 'e.request_id::text',
  person_id: 'e.person_id::text',
  membership_id: 'e.membership_id::text',
  organisation_id: 'e.organisation_id::text',
  role: 'e.role',
  client_id: 'e.client_id::text',
  event: 'e.event',
  outcome: 'e.outcome',
  classes: 'array_to_json(e.classes::text[])::text',
  ground: 'e.ground',
  ground_id: 'e.ground_id::text',
  purpose: 'e.purpose',
  facts: 'e.facts::text',
  written_by: 'e.written_by::text',
} as const;

export type AuditRow = Readonly<Record<keyof typeof COLUMNS, string | null>> & {
  readonly id: Id;
  /** Microseconds since 1970. */
  readonly at: string;
  readonly written_by: string;
};

export const SEALED_COLUMNS = Object.keys(COLUMNS) as readonly (keyof typeof COLUMNS)[];

/** Of `audit_entry e`: texts that hang on no setting of the server. */
export const ROW_TEXTS = Object.entries(COLUMNS)
  .map(([name, text]) => `${text} AS ${name}`)
  .join(', ');

export const JSON_COLUMNS: ReadonlySet<string> = new Set(['classes', 'facts']);
export const FORM = 'throughline audit entry 1';

/**
 * The bytes that stand for a row at its place in the tree: name and value of each column that is not null, every part
 * behind its length, so that no two rows have the same. The place is among them: a row that changes places shows by itself.
 */
function bytesOf(place: bigint, row: AuditRow): Buffer {
  const parts = [FORM, place.toString()];
  for (const name of SEALED_COLUMNS) {
    const value = row[name];
    if (value !== null) parts.push(name, JSON_COLUMNS.has(name) ? canonicalJson(value) : value);
  }
  const lengths = parts.map((part) => Buffer.byteLength(part));
  const bytes = Buffer.allocUnsafe(lengths.reduce((sum, length) => sum + 4 + length, 0));
  let at = 0;
  for (const [index, part] of parts.entries()) {
    at = bytes.writeUInt32BE(lengths[index] ?? 0, at);
    at += bytes.write(part, at);
  }
  return bytes;
}

export const leafOfRow = (place: bigint, row: AuditRow): Buffer => leafOf(bytesOf(place, row));
