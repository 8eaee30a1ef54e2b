import { describe, expect, it } from '@jest/globals';
import { livesUntil, stateOf, waitAfter, whyShut, type OneTimeLink } from './one-time-link.js';

const NOW = '2026-11-23T16:00:00.000Z';
const link: OneTimeLink = { openedAt: null, revokedAt: null, ...livesUntil(NOW) };

describe('a one-time link', () => {
  it('can be opened for three days, and what was opened ends half a day after that at the latest', () => {
    expect(livesUntil(NOW)).toEqual({ openUntil: '2026-11-26T16:00:00.000Z', endsAt: '2026-11-27T04:00:00.000Z' });
  });

  it.each([
    ['waiting', {}, NOW],
    ['over', {}, '2026-11-26T16:00:00.000Z'],
    ['opened', { openedAt: NOW }, '2026-11-26T20:00:00.000Z'],
    ['over', { openedAt: NOW }, '2026-11-27T04:00:00.000Z'],
    ['taken_back', { openedAt: NOW, revokedAt: NOW }, NOW],
  ] as const)('is %s where %j at %s', (state, changed, now) => {
    expect(stateOf({ ...link, ...changed }, now)).toBe(state);
  });

  it('opens for nobody who comes too late, second, or after it was taken back', () => {
    const shut = (changed: Partial<OneTimeLink>, now: string) => whyShut({ ...link, ...changed }, now);
    expect(shut({}, '2026-11-26T15:59:59.999Z')).toBeUndefined();
    expect(shut({}, '2026-11-26T16:00:00.000Z')).toBe('over');
    expect(shut({ openedAt: NOW }, NOW)).toBe('used');
    expect(shut({ openedAt: NOW, revokedAt: NOW }, NOW)).toBe('taken_back');
  });

  it('makes guessing wait, longer each time, so that all its days leave fewer than a hundred guesses', () => {
    expect([1, 2, 3, 4, 5, 6].map(waitAfter)).toEqual([0, 0, 30, 60, 120, 240]);
    let [guesses, seconds] = [0, 0];
    while (seconds <= 72 * 3_600) seconds += waitAfter(++guesses);
    expect(guesses).toBeLessThan(100);
  });
});
