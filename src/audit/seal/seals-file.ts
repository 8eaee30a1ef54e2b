import { createReadStream } from 'node:fs';
import { mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';

/** One line of the file: what was signed, to the letter. */
export interface SealLine {
  readonly statement: string;
  /** Base64. */
  readonly signature: string;
  /** Of a seal, in base64: the first eight bytes of each leaf, by which a row is found even where its leaf was changed too. */
  readonly leaves?: string;
}

/** Bytes of a leaf in a line: they find, and the signed root proves. */
export const LEAF_MARK = 8;

/** Seals outside of the database: a file that only grows, one line a seal. Folders to it are made as needed. */
export class SealsFile {
  private read = 0;
  private latest: SealLine | undefined;

  constructor(readonly path: string) {}

  /** @returns once the lines are on the disk */
  async append(lines: readonly SealLine[]): Promise<void> {
    if (lines.length === 0) return;
    await mkdir(dirname(this.path), { recursive: true, mode: 0o700 });
    const file = await open(this.path, 'a', 0o600);
    try {
      await file.appendFile(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
      await file.sync();
    } finally {
      await file.close();
    }
  }

  /** The last whole line. What was read before is not read again. */
  async last(): Promise<SealLine | undefined> {
    const size = await this.size();
    if (size < this.read) [this.read, this.latest] = [0, undefined];
    if (size > this.read) {
      for await (const line of linesFrom(this.path, this.read)) this.latest = line ?? this.latest;
      this.read = size;
    }
    return this.latest;
  }

  /** All lines in their order; nothing in the place of one that cannot be read. */
  async *lines(): AsyncGenerator<SealLine | undefined> {
    if ((await this.size()) > 0) yield* linesFrom(this.path, 0);
  }

  private async size(): Promise<number> {
    try {
      return (await stat(this.path)).size;
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return 0;
      throw fault;
    }
  }
}

async function* linesFrom(path: string, start: number): AsyncGenerator<SealLine | undefined> {
  for await (const text of createInterface({ input: createReadStream(path, { start }), crlfDelay: Infinity })) {
    if (text !== '') yield lineOf(text);
  }
}

function lineOf(text: string): SealLine | undefined {
  try {
    const line = JSON.parse(text) as Partial<SealLine>;
    return typeof line.statement === 'string' && typeof line.signature === 'string' ? (line as SealLine) : undefined;
  } catch {
    return undefined;
  }
}
