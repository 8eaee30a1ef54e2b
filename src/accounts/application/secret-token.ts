import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as text for whoever holds it, and the hash that is kept. */
export interface SecretToken {
  readonly text: string;
  readonly hash: Buffer;
}

export function newSecretToken(): SecretToken {
  const text = randomBytes(32).toString('base64url');
  return { text, hash: hashOf(text) };
}

export const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
