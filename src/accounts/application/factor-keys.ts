import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Id } from '../../kernel/ids.js';
import { HouseKeys } from '../../platform/sealing/house-keys.js';
import { open, seal } from '../../platform/sealing/seal.js';
import { plainRecoveryCode } from '../domain/second-factor.js';

/** Milliseconds. */
export const FACTOR_KEYS_REMEMBERED = 60_000;

/** What hashes recovery codes. A key that was exchanged leaves this and nothing else: hashes cannot move. */
export class CodesKey {
  constructor(
    readonly id: Id,
    readonly forHashes: KeyObject,
  ) {}

  /** Enough for 60 random bits that the database alone cannot try: the key is not in it. */
  hashOf(recoveryCode: string): Buffer {
    return createHmac('sha256', this.forHashes).update(plainRecoveryCode(recoveryCode)).digest();
  }
}

/** One key of the house: under it secrets are sealed, each for its owner's row alone, and recovery codes hashed. */
export class FactorKey extends CodesKey {
  constructor(
    id: Id,
    private readonly key: KeyObject,
  ) {
    super(id, createSecretKey(Buffer.from(hkdfSync('sha256', key, '', 'recovery code', 32))));
  }

  seal(factorId: Id, secret: Buffer): Buffer {
    return seal(this.key, placeOf(factorId), secret);
  }

  open(factorId: Id, sealed: Buffer): Buffer {
    return open(this.key, placeOf(factorId), sealed);
  }
}

const placeOf = (factorId: Id): string => `second_factor/${factorId}`;

export interface FactorKeys {
  /** The one to seal with first. */
  readonly seal: readonly [FactorKey, ...FactorKey[]];
  readonly codes: readonly CodesKey[];
}

/** The keys of second factors. Read before a transaction opens, since reading them opens one. */
@Injectable()
export class FactorKeyring {
  private keys: FactorKeys | undefined;
  private readAt = -Infinity;

  constructor(private readonly houseKeys: HouseKeys) {}

  async now(): Promise<FactorKeys> {
    if (this.keys && performance.now() - this.readAt < FACTOR_KEYS_REMEMBERED) return this.keys;
    const found = await this.houseKeys.secrets('second-factor');
    const left = await this.houseKeys.remainsOf('second-factor-codes');
    const [first, ...others] = found.map(({ id, key }) => new FactorKey(id, key));
    if (!first) throw new Error('There is no key for second factors.');
    this.readAt = performance.now();
    const seal = [first, ...others] as const;
    return (this.keys = { seal, codes: [...seal, ...left.map(({ id, key }) => new CodesKey(id, key))] });
  }
}

/** @throws Error when the key was exchanged while something under it stood */
export const keyOf = ({ seal: keys }: FactorKeys, id: Id): FactorKey => among(keys, id);

export const codesKeyOf = ({ codes }: FactorKeys, id: Id): CodesKey => among(codes, id);

function among<K extends CodesKey>(keys: readonly K[], id: Id): K {
  const key = keys.find((each) => each.id === id);
  if (!key) throw new Error(`The key ${id} of a second factor is not there.`);
  return key;
}
