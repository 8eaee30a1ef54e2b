import { codeOfStep, stepAt } from '../../src/accounts/application/totp.js';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function bytesOf(base32: string): Buffer {
  const bits = Array.from(base32, (letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}

/** What an authenticator app shows at this instant that was given this secret. */
export const codeAt = (secret: string, instant: string): string => codeOfStep(bytesOf(secret), stepAt(instant));
