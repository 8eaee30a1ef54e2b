import {
  createHash,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import type { Id } from '../../kernel/ids.js';
import type { SecretKey } from '../../platform/sealing/house-keys.js';

/** What a seal says. Numbers that may outgrow a JavaScript number are text. */
export interface SealStatement {
  readonly form: 'throughline audit seal 1';
  readonly number: string;
  /** Rows sealed in all, with this seal. */
  readonly size: string;
  /** Of the tree over all of them, in hexadecimal. */
  readonly root: string;
  /** SHA-256 of the statement before this one, in hexadecimal. */
  readonly previous: string;
  /** By the database's clock. */
  readonly at: string;
  /** The cluster's system identifier; transactions are counted anew in each. */
  readonly cluster: string;
  /** Whatever transactions below this one wrote in that cluster is sealed. Nothing while everything is looked at again. */
  readonly upTo: string | null;
  /** Whatever was committed before this instant had been sealed before this seal. Nothing before the first full pass. */
  readonly since: string | null;
  readonly key: Id;
}

export interface Seal {
  readonly number: bigint;
  readonly size: bigint;
  /** The statement as it was signed, to the letter. */
  readonly statement: string;
  readonly signature: Buffer;
  readonly peaks: Buffer;
}

export const FIRST_PREVIOUS = '0'.repeat(64);

export const digestOf = (statement: string): string => createHash('sha256').update(statement).digest('hex');

/** PKCS 8 around the 32 bytes of an Ed25519 key: every 32 random bytes are one. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

function pairOf({ key }: SecretKey): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8, key.export()]), format: 'der', type: 'pkcs8' });
}

/** SPKI around the 32 bytes of its public half. */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** What a signing key leaves behind: it checks, and signs nothing. */
export const publicHalfOf = (key: SecretKey): KeyObject =>
  createSecretKey(createPublicKey(pairOf(key)).export({ format: 'der', type: 'spki' }).subarray(SPKI.length));

const publicKeyIn = ({ key }: SecretKey): KeyObject =>
  createPublicKey({ key: Buffer.concat([SPKI, key.export()]), format: 'der', type: 'spki' });

export const signWith = (key: SecretKey, text: string): Buffer => sign(null, Buffer.from(text), pairOf(key));

/** Beside the seals outside of the database: who puts back an older copy says so there, and which seal is its last. */
export interface RestoreStatement {
  readonly form: 'throughline audit restore 1';
  readonly at: string;
  readonly number: string;
  /** SHA-256 of that seal's statement, in hexadecimal. */
  readonly previous: string;
  readonly key: Id;
}

export const isRestore = (stated: SealStatement | RestoreStatement): stated is RestoreStatement =>
  stated.form === 'throughline audit restore 1';

/** Nothing where this is no statement of ours: somebody may have written over it. */
export function readStatement(text: string): SealStatement | RestoreStatement | undefined {
  try {
    const stated = JSON.parse(text) as Partial<SealStatement | RestoreStatement> | null;
    if (!stated?.form?.startsWith('throughline audit ') || !/^\d{1,18}$/.test(stated.number ?? '')) return undefined;
    return stated as SealStatement | RestoreStatement;
  } catch {
    return undefined;
  }
}

/** @throws Error when the text is no statement of a seal */
export function readSeal(text: string): SealStatement {
  const stated = readStatement(text);
  if (!stated || isRestore(stated)) throw new Error('This is no statement of a seal.');
  return stated;
}

/** Public keys by their ids: what a signature is held against. */
export class SealKeys {
  private readonly byId: ReadonlyMap<string, KeyObject>;

  /** @param halves the public ones of keys that sign no more */
  constructor(keys: readonly SecretKey[], halves: readonly SecretKey[] = []) {
    const own = keys.map((key) => [key.id, createPublicKey(pairOf(key))] as const);
    this.byId = new Map([...halves.map((half) => [half.id, publicKeyIn(half)] as const), ...own]);
  }

  knows(key: string): boolean {
    return this.byId.has(key);
  }

  hasSigned(key: string, text: string, signature: Buffer): boolean {
    const by = this.byId.get(key);
    return by !== undefined && verify(null, Buffer.from(text), by, signature);
  }
}
