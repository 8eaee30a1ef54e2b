import { createHash } from 'node:crypto';
import type { Id } from '../../src/kernel/ids.js';

const HEX = Array.from({ length: 0x1_0000 }, (_, number) => number.toString(16).padStart(4, '0'));
/** The last sixteen bits. */
const hex = (bits: number): string => HEX[bits & 0xffff] ?? '';

/** A stream of chance that begins at the same place for the same seed and name (sfc32, after Chris Doty-Humphrey). */
export class Chance {
  private constructor(private readonly state: Uint32Array) {}

  static of(...name: readonly (string | number)[]): Chance {
    const digest = createHash('sha256').update(name.join('/')).digest();
    return new Chance(Uint32Array.from([0, 4, 8, 12], (at) => digest.readUInt32LE(at)));
  }

  /** A whole number below 2^32. */
  bits(): number {
    const [a = 0, b = 0, c = 0, counter = 0] = this.state;
    const drawn = (a + b + counter) >>> 0;
    this.state[3] = counter + 1;
    this.state[0] = b ^ (b >>> 9);
    this.state[1] = c + (c << 3);
    this.state[2] = ((c << 21) | (c >>> 11)) + drawn;
    return drawn;
  }

  /** From 0 up to, not including, 1. */
  share(): number {
    return this.bits() / 2 ** 32;
  }

  /** From `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.share() * (high - low + 1));
  }

  happens(probability: number): boolean {
    return this.share() < probability;
  }

  one<T>(of: readonly T[]): T {
    return of[Math.floor(this.share() * of.length)] as T;
  }

  /** A UUID of version 7 as it would have been made at that moment; `at` is milliseconds since 1970. */
  id(at: number): Id {
    const [a, b, c] = [this.bits(), this.bits(), this.bits()];
    const [millis, seconds] = [at % 0x1_0000, Math.floor(at / 0x1_0000)];
    const time = `${hex(seconds >>> 16)}${hex(seconds)}-${hex(millis)}`;
    return `${time}-${hex(0x7000 | (a >>> 20))}-${hex(0x8000 | (a & 0x3fff))}-${hex(b >>> 16)}${hex(b)}${hex(c)}`;
  }
}
