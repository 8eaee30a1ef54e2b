import { randomFillSync } from 'node:crypto';

/** A UUID of version 7 (RFC 9562): 48 bits of milliseconds, then random; sorts by time of making. */
export type Id = string;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function isId(value: unknown): value is Id {
  return typeof value === 'string' && UUID.test(value);
}

const RANDOM = 10;
/** Chance drawn for many ids at once: to ask for it costs more than it does. */
const drawn = Buffer.allocUnsafe(RANDOM * 400);
let used = drawn.length;

function takeRandom(into: Buffer): void {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  drawn.copy(into, into.length - RANDOM, used, (used += RANDOM));
}

/** `at` is milliseconds since 1970. */
export function newId(at: number = performance.timeOrigin + performance.now()): Id {
  const bytes = Buffer.allocUnsafe(16);
  takeRandom(bytes);
  bytes.writeUIntBE(Math.floor(at), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
