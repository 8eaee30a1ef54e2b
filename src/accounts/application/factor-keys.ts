import { createHmac, hkdfSync, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Id } from '../../kernel/ids.js';
import { HouseKeys } from '../../platform/sealing/house-keys.js';
import { open, seal } from '../../platform/sealing/seal.js';
import { plainRecoveryCode } from '../domain/second-factor.js';

/** Milliseconds. */
const REMEMBERED = 300_000;

/** One key of the house: under it secrets are sealed, each for its owner's row alone, and recovery codes hashed. */
export class FactorKey {
  private readonly forHashes: Buffer;

  constructor(
    readonly id: Id,
    private readonly key: KeyObject,
  ) {
    this.forHashes = Buffer.from(hkdfSync('sha256', key, '', 'recovery code', 32));
  }

  seal(factorId: Id, secret: Buffer): Buffer {
    return seal(this.key, placeOf(factorId), secret);
  }

  open(factorId: Id, sealed: Buffer): Buffer {
    return open(this.key, placeOf(factorId), sealed);
  }

  /** Enough for 60 random bits that the database alone cannot try: the key is not in it. */
  hashOf(recoveryCode: string): Buffer {
    return createHmac('sha256', this.forHashes).update(plainRecoveryCode(recoveryCode)).digest();
  }
}

const placeOf = (factorId: Id): string => `second_factor/${factorId}`;

/** Newest first; the newest is the one to seal with. */
export type FactorKeys = readonly [FactorKey, ...FactorKey[]];

/** The keys of second factors. Read before a transaction opens, since reading them opens one. */
@Injectable()
export class FactorKeyring {
  private keys: FactorKeys | undefined;
  private readAt = -Infinity;

  constructor(private readonly houseKeys: HouseKeys) {}

  async now(): Promise<FactorKeys> {
    if (this.keys && performance.now() - this.readAt < REMEMBERED) return this.keys;
    const found = await this.houseKeys.secrets('second-factor');
    const [newest, ...older] = found.map(({ id, key }) => new FactorKey(id, key));
    if (!newest) throw new Error('There is no key for second factors.');
    this.readAt = performance.now();
    return (this.keys = [newest, ...older]);
  }
}

/** @throws Error when the key was retired while something under it stood */
export function keyOf(keys: FactorKeys, id: Id): FactorKey {
  const key = keys.find((each) => each.id === id);
  if (!key) throw new Error(`The key ${id} of a second factor is not there.`);
  return key;
}
