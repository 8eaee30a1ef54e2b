import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What every authenticator app reads: RFC 6238 over HMAC-SHA-1, six digits, half a minute. */
const STEP_SECONDS = 30;
const DIGITS = 6;
const SECRET_BYTES = 20;
/** Steps before and after: a clock that is half a minute off, or a code typed slowly. */
const TOLERANCE = [-1, 0, 1] as const;

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export const newTotpSecret = (): Buffer => randomBytes(SECRET_BYTES);

/** @param instant RFC 3339 */
export const stepAt = (instant: string): number => Math.floor(Date.parse(instant) / 1000 / STEP_SECONDS);

/** The code of one half-minute (RFC 4226, section 5.3). */
export function codeOfStep(secret: Buffer, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** The steps near this instant whose code this is: mostly one or none, and all of them looked at in any case. */
export function stepsOfCode(secret: Buffer, code: string, instant: string): readonly number[] {
  const given = Buffer.from(code);
  const now = stepAt(instant);
  return TOLERANCE.map((away) => now + away).filter((step) => {
    const right = Buffer.from(codeOfStep(secret, step));
    return right.length === given.length && timingSafeEqual(right, given);
  });
}

/** RFC 4648 without padding, as authenticator apps want the secret. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32.charAt(parseInt(five.padEnd(5, '0'), 2))).join('');
}

/** What the QR code holds that an app reads. */
export function otpauthUrl(secret: Buffer, email: string): string {
  const kind = `algorithm=SHA1&digits=${DIGITS}&period=${STEP_SECONDS}`;
  return `otpauth://totp/Throughline:${encodeURIComponent(email)}?secret=${base32(secret)}&issuer=Throughline&${kind}`;
}
