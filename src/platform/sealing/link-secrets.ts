import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** 256 random bits as text; only their hash is kept. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** Keyed by the link's secret: without it six digits would be found from their hash at once. */
export const codeHash = (secret: string, code: string): Buffer =>
  createHmac('sha256', secret).update(`code ${code}`).digest();

/** Goes with every form of a session's pages: another page that makes the browser send one does not have it. */
export const formToken = (sessionSecret: string): string =>
  createHmac('sha256', sessionSecret).update('form').digest('base64url');

export const isSame = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);
