import type { Report } from './findings.js';
import { digestOf, isRestore, readStatement, type SealKeys } from './seal-statement.js';
import { LEAF_MARK, type SealLine, type SealsFile } from './seals-file.js';

interface OutsideSeal {
  readonly number: bigint;
  readonly size: bigint;
  readonly digest: string;
}

/** A seal that the database should have and has not. */
export interface LostSeal {
  readonly number: bigint;
  readonly from: bigint;
  readonly to: bigint;
}

/** What the file outside of the database says, held against the keys. */
export class OutsideSeals {
  private readonly seals: OutsideSeal[] = [];
  private readonly digests = new Map<string, Set<string>>();
  /** Seals that a restore left behind: they were lost with what came after the backup, and said to be. */
  private readonly leftBehind = new Set<string>();
  foreign = 0;
  private allMarks: Map<string, Buffer> | undefined;

  private constructor(private readonly file: SealsFile) {}

  static async read(file: SealsFile, keys: SealKeys, report: Report): Promise<OutsideSeals> {
    const outside = new OutsideSeals(file);
    let count = 0;
    for await (const line of file.lines()) {
      count += 1;
      if (!line || !outside.take(line, keys))
        report({ kind: 'seal', what: `Line ${count} of ${file.path} is not what the sealer wrote there.` });
    }
    return outside;
  }

  get count(): number {
    return this.seals.length;
  }

  get restoredAway(): number {
    return this.leftBehind.size;
  }

  get lastNumber(): bigint {
    return this.seals.at(-1)?.number ?? 0n;
  }

  /** Whether this very statement was written outside; nothing where the file has no seal of that number. */
  holds(number: bigint, digest: string): boolean | undefined {
    return this.digests.get(String(number))?.has(digest);
  }

  /** @param digests of all that the database has */
  lost(digests: ReadonlySet<string>): readonly LostSeal[] {
    const gone = new Map<string, LostSeal>();
    for (const [index, { number, size, digest }] of this.seals.entries()) {
      if (digests.has(digest) || this.leftBehind.has(digest)) continue;
      gone.set(digest, { number, from: this.seals[index - 1]?.size ?? 0n, to: size });
    }
    return [...gone.values()];
  }

  /** The first bytes of each leaf of a seal. Read only when something does not fit. */
  async marks(number: bigint): Promise<Buffer | undefined> {
    this.allMarks ??= await this.readMarks();
    return this.allMarks.get(String(number));
  }

  private async readMarks(): Promise<Map<string, Buffer>> {
    const found = new Map<string, Buffer>();
    for await (const line of this.file.lines()) {
      const stated = line && readStatement(line.statement);
      if (!stated || isRestore(stated)) continue;
      const marks = Buffer.from(line.leaves ?? '', 'base64');
      if (marks.length > 0 && marks.length % LEAF_MARK === 0) found.set(stated.number, marks);
    }
    return found;
  }

  private take({ statement, signature }: SealLine, keys: SealKeys): boolean {
    const stated = readStatement(statement);
    if (stated && !keys.knows(stated.key)) {
      this.foreign += 1;
      return true;
    }
    if (!stated || !keys.hasSigned(stated.key, statement, Buffer.from(signature, 'base64'))) return false;
    if (isRestore(stated)) this.leaveBehind(BigInt(stated.number));
    else this.keep({ number: BigInt(stated.number), size: BigInt(stated.size), digest: digestOf(statement) });
    return true;
  }

  private keep(seal: OutsideSeal): void {
    this.seals.push(seal);
    const number = String(seal.number);
    this.digests.set(number, (this.digests.get(number) ?? new Set()).add(seal.digest));
  }

  /** What stands in the file above the last seal of the copy that was put back. */
  private leaveBehind(kept: bigint): void {
    for (const { number, digest } of this.seals) if (number > kept) this.leftBehind.add(digest);
  }
}
