import { createPrivateKey, createPublicKey, createSecretKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId, type Id } from '../../kernel/ids.js';
import { Transactions, type Transaction } from '../database/transaction.js';
import { MasterKeys } from './master-key.js';
import { newKey } from './seal.js';

export type HousePurpose = 'token-signing' | 'search' | 'receipt' | 'address' | 'audit-seal' | 'second-factor';
/** What is left of keys that were exchanged: it checks what they made, and makes nothing more. */
export type Remains = 'audit-seal-public' | 'second-factor-codes';

export interface SecretKey {
  readonly id: Id;
  readonly key: KeyObject;
}

export interface SigningKey {
  readonly id: Id;
  /** PEM. */
  readonly privateKey: string;
  /** PEM. */
  readonly publicKey: string;
}

interface KeyRow {
  id: Id;
  wrapped: Buffer;
  old?: boolean;
}

/** A new key is used first only when every replica, which may go by what it read five minutes ago, has read it. */
const KEYS = `SELECT id, wrapped FROM house_key WHERE purpose = $1 AND retired_at IS NULL
  ORDER BY created_at > now() - interval '6 minutes', created_at DESC, id DESC`;
/**
 * A signing key is made after thirty days, and for its first two minutes the one before it goes on signing, so that every
 * replica knows a key before a token of it comes along.
 */
const SIGNING_KEYS = `SELECT id, wrapped, created_at < now() - interval '30 days' AS old FROM house_key
  WHERE purpose = 'token-signing' AND retired_at IS NULL
  ORDER BY created_at > now() - interval '2 minutes', created_at DESC, id DESC`;
/** An hour after the next one came, all tokens of a signing key are over. */
const RETIRE = `UPDATE house_key k SET retired_at = now() WHERE purpose = 'token-signing' AND retired_at IS NULL
  AND EXISTS (SELECT FROM house_key n WHERE n.purpose = k.purpose AND n.retired_at IS NULL
    AND (n.created_at, n.id) > (k.created_at, k.id) AND n.created_at < now() - interval '1 hour')`;
/** Replicas that start at once agree on one key: the first to hold the lock makes it. */
const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended('house key ' || $1, 7))`;

/** The installation's own keys, wrapped by the master key and kept in the database, so that all replicas share them. */
@Injectable()
export class HouseKeys {
  constructor(
    private readonly transactions: Transactions,
    private readonly masterKeys: MasterKeys,
  ) {}

  /** The one to use first. Makes the first one. */
  async secrets(purpose: Exclude<HousePurpose, 'token-signing'>): Promise<readonly SecretKey[]> {
    return this.opened(await this.keys(purpose, () => newKey()));
  }

  async remainsOf(purpose: Remains): Promise<readonly SecretKey[]> {
    return this.opened(await this.transactions.run((tx) => tx.query<KeyRow>(KEYS, [purpose])));
  }

  /** ES256 (P-256) key pairs, the one to sign with first. Makes the first one, and the next one when it is time. */
  async signing(): Promise<readonly SigningKey[]> {
    const rows = await this.transactions.run((tx) => this.signingKeys(tx));
    return rows.map(({ id, wrapped }) => {
      const der = this.masterKeys.unwrap(wrapped, housePlace(id)).export();
      const pair = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
      const privateKey = pair.export({ format: 'pem', type: 'pkcs8' }).toString();
      return { id, privateKey, publicKey: createPublicKey(pair).export({ format: 'pem', type: 'spki' }).toString() };
    });
  }

  /** A new key beside the old ones, which stay readable until they are retired. */
  async rotate(purpose: HousePurpose): Promise<void> {
    const make = purpose === 'token-signing' ? newSigningSecret : newKey;
    await this.transactions.run((tx) => this.insert(tx, purpose, make()));
  }

  private opened(rows: readonly KeyRow[]): readonly SecretKey[] {
    return rows.map(({ id, wrapped }) => ({ id, key: this.masterKeys.unwrap(wrapped, housePlace(id)) }));
  }

  private async signingKeys(tx: Transaction): Promise<readonly KeyRow[]> {
    const isDue = (rows: readonly KeyRow[]) => rows.every(({ old }) => old);
    const standing = await tx.query<KeyRow>(SIGNING_KEYS);
    if (standing.length === 1 && !isDue(standing)) return standing;
    await tx.query(LOCK, ['token-signing']);
    await tx.query(RETIRE);
    if (isDue(await tx.query<KeyRow>(SIGNING_KEYS))) await this.insert(tx, 'token-signing', newSigningSecret());
    return tx.query<KeyRow>(SIGNING_KEYS);
  }

  private keys(purpose: Exclude<HousePurpose, 'token-signing'>, make: () => KeyObject): Promise<readonly KeyRow[]> {
    return this.transactions.run(async (tx) => {
      const standing = await tx.query<KeyRow>(KEYS, [purpose]);
      if (standing.length > 0) return standing;
      await tx.query(LOCK, [purpose]);
      const made = await tx.query<KeyRow>(KEYS, [purpose]);
      return made.length > 0 ? made : [await this.insert(tx, purpose, make())];
    });
  }

  private async insert(tx: Transaction, purpose: HousePurpose, key: KeyObject): Promise<KeyRow> {
    const id = newId();
    const wrapped = this.masterKeys.wrap(key, housePlace(id));
    await tx.query('INSERT INTO house_key (id, purpose, wrapped, created_at) VALUES ($1, $2, $3, now())', [
      id,
      purpose,
      wrapped,
    ]);
    return { id, wrapped };
  }
}

/** What a wrapped key of the house is bound to. */
export const housePlace = (id: Id): string => `house_key/${id}`;

function newSigningSecret(): KeyObject {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return createSecretKey(privateKey.export({ format: 'der', type: 'pkcs8' }));
}
