import type { Report } from './findings.js';
import { HashTree } from './hash-tree.js';
import type { OutsideSeals } from './outside-seals.js';
import { digestOf, FIRST_PREVIOUS, readSeal, type Seal, type SealKeys, type SealStatement } from './seal-statement.js';
import type { SealStore } from './seal-store.js';

const AT_ONCE = 200;

export interface Chained {
  readonly number: bigint;
  readonly size: bigint;
  readonly stated: SealStatement | undefined;
  /** The tree that this seal went on from. */
  readonly tree: HashTree;
}

interface Against {
  readonly keys: SealKeys;
  readonly outside: OutsideSeals;
  readonly report: Report;
}

/** The seals of the database, each held against its signature, the one before it and the file outside. */
export class SealChain {
  private before = HashTree.empty();
  private previous: { readonly number: bigint; readonly digest: string } = { number: 0n, digest: FIRST_PREVIOUS };
  private readonly digests = new Set<string>();
  last: SealStatement | undefined;
  /** As it grew over the leaves of the seal that was handed out last; given back by whoever read them. */
  grown: HashTree | undefined;

  constructor(
    private readonly store: SealStore,
    private readonly against: Against,
  ) {}

  get count(): number {
    return this.digests.size;
  }

  get size(): bigint {
    return this.before.size;
  }

  async *seals(): AsyncGenerator<Chained> {
    for (;;) {
      const seals = await this.store.sealsFrom(this.previous.number + 1n, AT_ONCE);
      if (seals.length === 0) return;
      for (const seal of seals) {
        const stated = this.check(seal);
        const size = stated ? BigInt(stated.size) : seal.size;
        yield { number: seal.number, size, stated, tree: this.before };
        this.goOn(seal, stated);
      }
    }
  }

  /** Seals that stand outside and not here. */
  tellLost(): void {
    for (const { number, from, to } of this.against.outside.lost(this.digests)) {
      const isTail = number > this.previous.number;
      const what = isTail
        ? `Seal ${number} over places ${from} to ${to - 1n} stands outside and not in the database: its end was cut off.`
        : `Seal ${number} as it stands outside is not in the database.`;
      this.against.report({ kind: isTail ? 'truncated' : 'seal', seal: number, what });
    }
  }

  private check(seal: Seal): SealStatement | undefined {
    const { number, statement, signature } = seal;
    if (number !== this.previous.number + 1n) this.fault(number, `follows on ${this.previous.number}.`);
    this.checkOutside(number, digestOf(statement));
    if (!this.against.keys.hasSigned(statedKey(statement), statement, signature)) {
      this.fault(number, 'does not fit its signature.');
      return undefined;
    }
    const stated = readSeal(statement);
    if (stated.number !== String(number) || stated.size !== String(seal.size))
      this.fault(number, 'has columns that it never signed.');
    if (stated.previous !== this.previous.digest) this.fault(number, 'does not follow on the one before.');
    return stated;
  }

  private checkOutside(number: bigint, digest: string): void {
    const { outside } = this.against;
    this.digests.add(digest);
    const isOutside = outside.holds(number, digest);
    if (isOutside === false) this.fault(number, 'is another one outside.');
    if (isOutside === undefined && number < outside.lastNumber) this.fault(number, 'is missing outside.');
  }

  private fault(number: bigint, what: string): void {
    this.against.report({ kind: 'seal', seal: number, what: `Seal ${number} ${what}` });
  }

  private goOn(seal: Seal, stated: SealStatement | undefined): void {
    this.before = this.treeOf(seal, stated);
    this.previous = { number: seal.number, digest: digestOf(seal.statement) };
    this.last = stated ?? this.last;
  }

  /** Its peaks are not signed by themselves: they are taken where they give the signed root. */
  private treeOf(seal: Seal, stated: SealStatement | undefined): HashTree {
    const kept = peaksOf(seal);
    const fits = (tree: HashTree | undefined) => tree !== undefined && tree.root.toString('hex') === stated?.root;
    if (stated && !fits(kept)) {
      const what = `Seal ${seal.number} has peaks that do not give its root.`;
      this.against.report({ kind: 'seal', seal: seal.number, what });
    }
    return (fits(kept) ? kept : this.grown) ?? kept ?? this.before;
  }
}

function peaksOf({ size, peaks }: Seal): HashTree | undefined {
  try {
    return HashTree.grown(size, peaks);
  } catch {
    return undefined;
  }
}

function statedKey(statement: string): string {
  try {
    return readSeal(statement).key;
  } catch {
    return '';
  }
}
