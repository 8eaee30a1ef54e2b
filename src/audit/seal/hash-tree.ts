import { hash } from 'node:crypto';

/** Bytes of a hash. */
const HASH = 32;

const LEAF = Buffer.from([0]);
const NODE = Buffer.alloc(1 + 2 * HASH, 1);

const sha256 = (...parts: readonly Buffer[]): Buffer => hash('sha256', Buffer.concat(parts), 'buffer');

/** There are as many nodes as leaves: their bytes are laid in the same place each time. */
function nodeOf(left: Buffer, right: Buffer): Buffer {
  left.copy(NODE, 1);
  right.copy(NODE, 1 + HASH);
  return hash('sha256', NODE, 'buffer');
}

export const leafOf = (bytes: Buffer): Buffer => sha256(LEAF, bytes);

/**
 * A Merkle tree as of RFC 6962 that only grows. It keeps the roots of its whole subtrees, largest first, one for each
 * binary digit of its size: enough to go on, and to tell the root.
 */
export class HashTree {
  private constructor(
    private count: bigint,
    private readonly peaks: Buffer[],
  ) {}

  static empty(): HashTree {
    return new HashTree(0n, []);
  }

  /** @throws Error when these cannot be the peaks of a tree of that size */
  static grown(size: bigint, peaks: Buffer): HashTree {
    const needed = size.toString(2).replaceAll('0', '').length;
    if (peaks.length !== needed * HASH) throw new Error(`A tree of ${size} leaves has ${needed} peaks.`);
    const parts = Array.from({ length: needed }, (_, index) => peaks.subarray(index * HASH, (index + 1) * HASH));
    return new HashTree(size, parts);
  }

  add(leaf: Buffer): void {
    let node = leaf;
    for (let left = this.count; left & 1n; left >>= 1n) node = nodeOf(this.peaks.pop() ?? node, node);
    this.peaks.push(node);
    this.count += 1n;
  }

  get size(): bigint {
    return this.count;
  }

  get root(): Buffer {
    return (
      this.peaks.reduceRight<Buffer | undefined>((right, peak) => (right ? nodeOf(peak, right) : peak), undefined) ??
      sha256()
    );
  }

  get kept(): Buffer {
    return Buffer.concat(this.peaks);
  }
}
