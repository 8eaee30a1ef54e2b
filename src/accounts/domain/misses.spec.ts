import { describe, expect, it } from '@jest/globals';
import { charged, FORGOTTEN_AFTER, secondsToWait, SLOWING, waitAfter, type MissKind } from './misses.js';

const now = '2026-11-23T16:00:00.000Z';
const kinds = Object.keys(SLOWING) as MissKind[];

describe('the wait after a miss', () => {
  it.each(kinds)('never gets shorter with the next one, and never passes its ceiling: %s', (kind) => {
    const waits = Array.from({ length: 2_000 }, (_, count) => waitAfter(kind, count));
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.at(-1)).toBe(SLOWING[kind].longest);
    expect(waits.slice(0, SLOWING[kind].free + 1).every((wait) => wait === 0)).toBe(true);
  });

  it('is over in the millisecond it says', () => {
    const misses = { count: 6, last_at: now, wait_until: '2026-11-23T16:00:02.000Z' };
    expect(secondsToWait(misses, now)).toBe(2);
    expect(secondsToWait(misses, '2026-11-23T16:00:01.999Z')).toBe(1);
    expect(secondsToWait(misses, '2026-11-23T16:00:02.000Z')).toBe(0);
  });

  it('begins anew a day after the last miss', () => {
    const at = (seconds: number) => new Date(Date.parse(now) - seconds * 1000).toISOString();
    const misses = (seconds: number) => ({ count: 9, last_at: at(seconds), wait_until: at(seconds) });
    expect(charged('account', misses(FORGOTTEN_AFTER), now).count).toBe(10);
    expect(charged('account', misses(FORGOTTEN_AFTER + 1), now)).toEqual({ count: 1, waitUntil: now });
  });
});
