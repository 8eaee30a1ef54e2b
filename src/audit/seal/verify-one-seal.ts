import type { Report } from './findings.js';
import { HashTree } from './hash-tree.js';
import type { Standing } from './leaf-walk.js';
import type { OutsideSeals } from './outside-seals.js';
import type { SealStatement } from './seal-statement.js';
import { LEAF_MARK } from './seals-file.js';
import { begins, type Suspect, type Suspects } from './suspects.js';

/** Microseconds: longer than any transaction of ours is open. */
export const SLACK = 15n * 60n * 1_000_000n;

export interface SealToVerify {
  readonly number: bigint;
  /** As it was before this seal, and signed so. */
  readonly tree: HashTree;
  readonly size: bigint;
  /** Nothing: the statement cannot be read. */
  readonly stated: SealStatement | undefined;
  /** Every place of the seal that `audit_leaf` still has. */
  readonly leaves: readonly Standing[];
}

interface Doubt {
  readonly doubtful: readonly Standing[];
  readonly isWhole: boolean;
}

/** The rows of one seal against its signed root. */
export class SealVerdict {
  constructor(
    private readonly outside: OutsideSeals,
    private readonly suspects: Suspects,
    private readonly report: Report,
  ) {}

  /** @returns the tree with this seal's leaves, as `audit_leaf` has them */
  async on(seal: SealToVerify): Promise<HashTree> {
    const isWhole = this.missingPlaces(seal) === 0;
    this.deletedRows(seal);
    this.lateRows(seal);
    const doubtful = seal.leaves.filter(({ leaf, now }) => now && !now.equals(leaf));
    const kept = treeOver(seal, ({ leaf }) => leaf);
    const gives = (tree: HashTree) => isWhole && tree.root.toString('hex') === seal.stated?.root;
    if (gives(kept)) for (const one of doubtful) this.suspects.add(suspect(seal, one, one.leaf));
    else if (gives(treeOver(seal, leafNow))) for (const one of doubtful) this.leafTouched(seal, one);
    else await this.byMarks(seal, { doubtful, isWhole });
    return kept;
  }

  /** The leaves are not those that were sealed: what was written outside tells which. */
  private async byMarks(seal: SealToVerify, { doubtful, isWhole }: Doubt): Promise<void> {
    const marks = await this.outside.marks(seal.number);
    const isKnown = marks?.length === Number(seal.size - seal.tree.size) * LEAF_MARK;
    if (!isKnown) for (const one of doubtful) this.suspects.add(suspect(seal, one, undefined));
    const found = isKnown ? this.compare(seal, marks) : doubtful.length;
    if (found === 0 && isWhole) this.unlocated(seal);
  }

  /** @returns how many places do not fit */
  private compare(seal: SealToVerify, marks: Buffer): number {
    let found = 0;
    for (const one of seal.leaves) {
      const at = Number(one.place - seal.tree.size) * LEAF_MARK;
      const mark = marks.subarray(at, at + LEAF_MARK);
      if (one.now && !begins(one.now, mark)) this.suspects.add(suspect(seal, one, mark));
      else if (!begins(one.leaf, mark)) this.leafTouched(seal, one);
      else continue;
      found += 1;
    }
    return found;
  }

  private missingPlaces({ number, tree, size, leaves }: SealToVerify): number {
    const there = new Set(leaves.map(({ place }) => place));
    for (let place = tree.size; place < size; place += 1n) {
      if (there.has(place)) continue;
      const what = `The row at place ${place} (seal ${number}) is gone, and so is the note of which it was.`;
      this.report({ kind: 'deleted', place, seal: number, what });
    }
    return Number(size - tree.size) - there.size;
  }

  private deletedRows({ number, leaves }: SealToVerify): void {
    for (const { place, entryId, row } of leaves) {
      if (row) continue;
      const what = `Row ${entryId} (place ${place}, seal ${number}) is gone.`;
      this.report({ kind: 'deleted', place, entryId, seal: number, what });
    }
  }

  /** A row that says that it is older than the seal before could have missed was put in afterwards. */
  private lateRows({ number, stated, leaves }: SealToVerify): void {
    if (!stated?.since) return;
    const earliest = BigInt(Date.parse(stated.since)) * 1_000n - SLACK;
    for (const { place, entryId, row } of leaves) {
      if (!row || BigInt(row.at) >= earliest) continue;
      const what = `Row ${entryId} (place ${place}, seal ${number}) says it is older than ${stated.since}, and was not there then.`;
      this.report({ kind: 'inserted', place, entryId, seal: number, what });
    }
  }

  private leafTouched({ number }: SealToVerify, { place, entryId }: Standing): void {
    const what = `Row ${entryId} is whole, and its note in audit_leaf (place ${place}, seal ${number}) is not.`;
    this.report({ kind: 'leaf', place, entryId, seal: number, what });
  }

  private unlocated({ number, tree, size }: SealToVerify): void {
    const what = `Seal ${number}: places ${tree.size} to ${size - 1n} do not give its root, and which of them does not fit nobody can tell without the file outside.`;
    this.report({ kind: 'changed', seal: number, what });
  }
}

const suspect = ({ number }: SealToVerify, one: Standing, sealed: Buffer | undefined): Suspect => ({
  ...(one as Standing & Pick<Suspect, 'row'>),
  seal: number,
  sealed,
});

const leafNow = ({ leaf, now }: Standing): Buffer => now ?? leaf;

function treeOver({ tree, leaves }: SealToVerify, leafAt: (one: Standing) => Buffer): HashTree {
  const grown = HashTree.grown(tree.size, tree.kept);
  for (const one of leaves) grown.add(leafAt(one));
  return grown;
}
