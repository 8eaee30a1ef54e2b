import { createHash, createSecretKey, type KeyObject } from 'node:crypto';
import { newKey, open, seal } from './seal.js';

const BYTES = 32;
const ID = 4;
/** Fingerprint of the master key (4), then the sealed 32 bytes (29 more): of a client's key, not of a signing key. */
export const WRAPPED_BYTES = ID + 29 + BYTES;

/**
 * The keys that wrap every other key. They live outside the database (environment or file). The first wraps; the others
 * only unwrap, so that a rotation can go on while the programme serves.
 */
export class MasterKeys {
  private readonly byId: ReadonlyMap<string, KeyObject>;
  private readonly current: readonly [id: Buffer, key: KeyObject];

  /** @param text base64 keys of 32 bytes, one a line; lines that start with # are comments */
  constructor(text: string) {
    const raw = text
      .split(/[\n,]/)
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => Buffer.from(line, 'base64'));
    const [first] = raw;
    if (!first || !raw.every(isDrawn)) {
      throw new Error(
        'A master key is 32 random bytes in base64, one a line: make one with `openssl rand -base64 32`.',
      );
    }
    this.byId = new Map(raw.map((key) => [idOf(key).toString('hex'), createSecretKey(key)]));
    this.current = [idOf(first), createSecretKey(first)];
  }

  wrap(key: KeyObject, place: string): Buffer {
    const [id, master] = this.current;
    return Buffer.concat([id, seal(master, place, key.export())]);
  }

  /** @throws Error naming the missing master key by its fingerprint, never by its bytes */
  unwrap(wrapped: Buffer, place: string): KeyObject {
    const id = wrapped.subarray(0, ID).toString('hex');
    const master = this.byId.get(id);
    if (!master)
      throw new Error(`The master key ${id} that wrapped this is not configured. Add it to MASTER_KEY_FILE.`);
    return createSecretKey(open(master, place, wrapped.subarray(ID)));
  }

  /** @param id the fingerprint that stands before whatever the key wrapped, in hexadecimal */
  has(id: string): boolean {
    return this.byId.has(id);
  }

  /** The fingerprint of the key that wraps now. */
  get currentId(): string {
    return this.current[0].toString('hex');
  }

  /** All fingerprints, the one that wraps first. */
  get ids(): readonly string[] {
    return [...this.byId.keys()];
  }

  /** The same key, wrapped by the master key of now. */
  rewrap(wrapped: Buffer, place: string): Buffer {
    return this.wrap(this.unwrap(wrapped, place), place);
  }

  static make(): string {
    return newKey().export().toString('base64');
  }
}

/** 32 random bytes have about thirty different values; a key that somebody typed has few. */
const isDrawn = (key: Buffer): boolean => key.length === BYTES && new Set(key).size >= 12;

const idOf = (key: Buffer): Buffer => createHash('sha256').update('master key id').update(key).digest().subarray(0, ID);
