import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { HouseKeys, type SecretKey } from './house-keys.js';

/** Something that a record is found by: of which class, which kind of thing, and the thing itself, normalised. */
export interface Mark {
  readonly class: string;
  readonly kind: string;
  readonly value: string;
  /** What two records that share it have in common; kept beside the token. */
  readonly says?: string;
}

const BYTES = 16;
/** Milliseconds for which a process goes by the keys that it read last. */
export const SEARCH_KEYS_REMEMBERED = 60_000;

/**
 * What stands in the database instead of searchable words: HMAC-SHA-256, cut to 16 bytes, under a key of the house, and
 * apart by class and kind, so that equal text of two classes makes unequal tokens. Ask before a transaction opens: the
 * key may have to be read in one of its own.
 */
@Injectable()
export class SearchTokens {
  private keys: readonly SecretKey[] = [];
  private readAt = -SEARCH_KEYS_REMEMBERED;

  constructor(private readonly houseKeys: HouseKeys) {}

  /** To keep: by every key that somebody may look by. There is one, and two while they are exchanged. */
  async of(marks: readonly Mark[]): Promise<readonly KeptToken[]> {
    return keptBy(await this.now(), marks);
  }

  /** To look for: by every key that something may have been kept by. */
  async wanted<M extends Mark>(marks: readonly M[]): Promise<readonly { readonly mark: M; readonly hmac: Buffer }[]> {
    const keys = await this.now();
    return marks.flatMap((mark) => keys.map((key) => ({ mark, hmac: tokenOf(key, mark) })));
  }

  private async now(): Promise<readonly SecretKey[]> {
    if (performance.now() - this.readAt > SEARCH_KEYS_REMEMBERED) {
      this.keys = await this.houseKeys.secrets('search');
      this.readAt = performance.now();
    }
    return this.keys;
  }
}

export interface KeptToken {
  readonly class: string;
  readonly hmac: Buffer;
  readonly says: string | null;
}

export const keptBy = (keys: readonly SecretKey[], marks: readonly Mark[]): readonly KeptToken[] =>
  keys.flatMap((key) =>
    marks.map((mark) => ({ class: mark.class, hmac: tokenOf(key, mark), says: mark.says ?? null })),
  );

const tokenOf = ({ key }: SecretKey, { class: of, kind, value }: Mark): Buffer =>
  createHmac('sha256', key).update(`${of}\0${kind}\0${value}`).digest().subarray(0, BYTES);
