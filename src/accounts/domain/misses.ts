/** What is counted: an account at one address, an account from anywhere, an address against any account. */
export type MissKind = 'account_at_address' | 'account' | 'address';

/** `free` misses cost nothing; after them the wait is 1, 2, 4 … seconds, at most `longest`. */
interface Slowing {
  readonly free: number;
  readonly longest: number;
}

export const SLOWING: Readonly<Record<MissKind, Slowing>> = {
  account_at_address: { free: 4, longest: 900 },
  account: { free: 20, longest: 60 },
  address: { free: 50, longest: 60 },
};

/** Seconds without a miss after which a count begins anew. */
export const FORGOTTEN_AFTER = 86_400;

/** Seconds to wait after the nth miss. A wait is never an end: it has a ceiling, and asking during it does not lengthen it. */
export function waitAfter(kind: MissKind, misses: number): number {
  const { free, longest } = SLOWING[kind];
  return misses <= free ? 0 : Math.min(longest, 2 ** Math.min(misses - free - 1, 30));
}

export interface Misses {
  readonly count: number;
  readonly last_at: string;
  readonly wait_until: string;
}

export interface Charge {
  readonly count: number;
  readonly waitUntil: string;
}

/** Seconds until this may be tried, 0 when now. */
export const secondsToWait = (misses: Misses, now: string): number =>
  Math.max(0, Math.ceil((Date.parse(misses.wait_until) - Date.parse(now)) / 1000));

/** The count and the wait once this attempt is counted as a miss, before anybody knows whether it is one. */
export function charged(kind: MissKind, misses: Misses, now: string): Charge {
  const forgotten = Date.parse(now) - Date.parse(misses.last_at) > FORGOTTEN_AFTER * 1000;
  const count = (forgotten ? 0 : misses.count) + 1;
  return { count, waitUntil: new Date(Date.parse(now) + waitAfter(kind, count) * 1000).toISOString() };
}
