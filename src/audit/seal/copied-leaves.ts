const HEADER = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
const [PLACE, ID, LEAF] = [8, 16, 32] as const;
/** The number of fields, and each of them behind its length. */
const EACH = 2 + 4 + PLACE + 4 + ID + 4 + LEAF;

/** Rows for `COPY audit_leaf (place, entry_id, leaf) FROM STDIN (FORMAT binary)`. */
export class CopiedLeaves {
  private readonly bytes: Buffer;
  private at: number;

  constructor(count: number) {
    this.bytes = Buffer.allocUnsafe(HEADER.length + count * EACH + 2);
    this.at = HEADER.copy(this.bytes);
  }

  /** @param ids somewhere in there stand the sixteen bytes of the entry's id */
  add(place: bigint, ids: Buffer, idAt: number, leaf: Buffer): void {
    const { bytes } = this;
    bytes.writeInt16BE(3, this.at);
    bytes.writeInt32BE(PLACE, this.at + 2);
    bytes.writeBigInt64BE(place, this.at + 6);
    bytes.writeInt32BE(ID, this.at + 14);
    ids.copy(bytes, this.at + 18, idAt, idAt + ID);
    bytes.writeInt32BE(LEAF, this.at + 34);
    leaf.copy(bytes, this.at + 38);
    this.at += EACH;
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- COPY reads from anything that can be waited for
  async *chunks(): AsyncGenerator<Buffer> {
    const end = this.bytes.writeInt16BE(-1, this.at);
    yield this.bytes.subarray(0, end);
  }
}
