import { hash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import { FORM, JSON_COLUMNS, ROW_TEXTS, SEALED_COLUMNS } from './canonical-row.js';
import { CopiedLeaves } from './copied-leaves.js';
import type { HashTree } from './hash-tree.js';

/** Of `audit_entry e`, for `COPY … (FORMAT binary)`: the id as it is, and each column as the text it is hashed as. */
export const COPIED = `e.id AS copied, ${ROW_TEXTS}`;

/** Before the first row; each row then is the number of its fields, and each field stands behind its length, or -1. */
const HEADER = 19;
const ID = 6;
const COLUMNS = ID + 16;
/** Of a row, in bytes, as they usually are. */
const USUAL = 600;
/** The last message says that there are no more, and no more than that. */
const NONE = 2;

/** As the tree hashes it: behind its length, as COPY has it too. */
function part(text: string): Buffer {
  const bytes = Buffer.from(text);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

const LEAF_OF_FORM = Buffer.concat([Buffer.from([0]), part(FORM)]);
const NAMED = SEALED_COLUMNS.map((name) => ({ name: part(name), isJson: JSON_COLUMNS.has(name) }));
/** Lists of classes that are remembered as they are hashed. */
const REMEMBERED = 1_000;
const remembered = new Map<string, Buffer>();

/**
 * What one COPY found. From here to the hash no row is an object and hardly anything a text: those were most of what
 * sealing cost. The bytes that are hashed are those of `leafOfRow`, by which verification makes them: neither proves itself.
 */
export class CopiedRows {
  private bytes: Buffer;
  private end = 0;
  private readonly begins: number[] = [];
  private isFirst = true;
  private hashed = Buffer.allocUnsafe(4 * USUAL);

  constructor(expected: number) {
    this.bytes = Buffer.allocUnsafe(expected * USUAL);
  }

  get count(): number {
    return this.begins.length;
  }

  take(chunk: Buffer): void {
    const from = this.isFirst ? HEADER : 0;
    this.isFirst = false;
    const length = chunk.length - from;
    if (length <= NONE) return;
    if (this.end + length > this.bytes.length) this.bytes = grown(this.bytes, 2 * (this.end + length));
    this.begins.push(this.end);
    chunk.copy(this.bytes, this.end, from);
    this.end += length;
  }

  /** The transaction that wrote the last of them. */
  get lastWrittenBy(): string {
    const { bytes } = this;
    let from = (this.begins.at(-1) ?? 0) + COLUMNS;
    for (let left = NAMED.length - 1; left > 0; left -= 1) from += 4 + Math.max(0, bytes.readInt32BE(from));
    return bytes.toString('latin1', from + 4, from + 4 + bytes.readInt32BE(from));
  }

  /** Gives each its place in the tree, which grows by them. */
  placeIn(tree: HashTree): CopiedLeaves {
    const leaves = new CopiedLeaves(this.count);
    for (const [at, begin] of this.begins.entries()) {
      const place = tree.size;
      const leaf = this.leafAt(begin, (this.begins[at + 1] ?? this.end) - begin, place);
      tree.add(leaf);
      leaves.add(place, this.bytes, begin + ID, leaf);
    }
    return leaves;
  }

  private leafAt(begin: number, length: number, place: bigint): Buffer {
    const { bytes } = this;
    if (this.hashed.length < 2 * (length + USUAL)) this.hashed = Buffer.allocUnsafe(4 * (length + USUAL));
    const { hashed } = this;
    let at = LEAF_OF_FORM.copy(hashed);
    at += part(place.toString()).copy(hashed, at);
    let from = begin + COLUMNS;
    for (const { name, isJson } of NAMED) {
      const size = bytes.readInt32BE(from);
      const to = from + 4 + Math.max(0, size);
      if (size >= 0) {
        at += name.copy(hashed, at);
        at += isJson
          ? canonical(bytes.toString('utf8', from + 4, to)).copy(hashed, at)
          : bytes.copy(hashed, at, from, to);
      }
      from = to;
    }
    return hash('sha256', hashed.subarray(0, at), 'buffer');
  }
}

function grown(bytes: Buffer, size: number): Buffer {
  const larger = Buffer.allocUnsafe(size);
  bytes.copy(larger);
  return larger;
}

function canonical(json: string): Buffer {
  const known = remembered.get(json);
  if (known) return known;
  const made = part(canonicalJson(json));
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(json, made);
  return made;
}
