import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** Bytes that go to the compressor at once: a line alone is too little to be worth the way. */
const CHUNK = 65_536;

/** A compressed file that takes lines. */
export class PackedFile {
  private readonly gzip = createGzip({ level: 6 });
  private readonly written: Promise<void>;
  private lines: Buffer[] = [];
  private size = 0;

  constructor(file: string) {
    this.written = pipeline(this.gzip, createWriteStream(file, { mode: 0o600 }));
    this.written.catch(() => undefined); // `close` raises it; a full disk shows itself to the writes before
  }

  /** @returns a promise where it can take no more for now */
  add(line: Buffer): Promise<void> | undefined {
    this.lines.push(line);
    this.size += line.length;
    if (this.size < CHUNK || this.flush()) return undefined;
    return once(this.gzip, 'drain').then(() => undefined);
  }

  async close(): Promise<void> {
    this.flush();
    this.gzip.end();
    await this.written;
  }

  private flush(): boolean {
    const chunk = Buffer.concat(this.lines);
    this.lines = [];
    this.size = 0;
    return chunk.length === 0 || this.gzip.write(chunk);
  }
}
