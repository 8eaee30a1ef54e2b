import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';

/** AES-256-GCM; layout: version (1) · nonce (12) · tag (16) · ciphertext. */
const VERSION = 1;
const NONCE = 12;
const TAG = 16;
const HEAD = 1 + NONCE + TAG;

export const newKey = (): KeyObject => createSecretKey(randomBytes(32));

/** @param place what the bytes belong to (table, row id, class): moved elsewhere, they no longer open */
export function seal(key: KeyObject, place: string, plain: Buffer): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), sealed]);
}

/** @throws Error when key, place or bytes are not the ones that were sealed */
export function open(key: KeyObject, place: string, sealed: Buffer): Buffer {
  if (sealed[0] !== VERSION || sealed.length < HEAD)
    throw new Error(`These sealed bytes are not of version ${VERSION}.`);
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE), { authTagLength: TAG })
    .setAAD(Buffer.from(place))
    .setAuthTag(sealed.subarray(1 + NONCE, HEAD));
  return Buffer.concat([decipher.update(sealed.subarray(HEAD)), decipher.final()]);
}
