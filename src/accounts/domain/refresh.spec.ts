import { describe, expect, it } from '@jest/globals';
import { judgeRefresh, type RefreshToken } from './refresh.js';

const now = '2026-11-23T16:00:00.000Z';
const ago = (seconds: number) => new Date(Date.parse(now) - seconds * 1000).toISOString();
const token = (change: Partial<RefreshToken> = {}): RefreshToken => ({
  used_at: null,
  superseded_at: null,
  successor_issued_at: null,
  successor_untouched: false,
  ...change,
});

describe('a refresh token', () => {
  it.each([
    ['never used', token(), 'rotate'],
    ['used this instant', token({ used_at: now, successor_untouched: true }), 'wait'],
    ['used just now', token({ used_at: ago(4.999), successor_untouched: true }), 'wait'],
    ['used a moment ago, its successor never seen', token({ used_at: ago(5), successor_untouched: true }), 'again'],
    [
      'used half a minute ago, and exchanged again just now',
      token({ used_at: ago(30), successor_issued_at: ago(1), successor_untouched: true }),
      'wait',
    ],
    ['used nearly a minute ago, the same', token({ used_at: ago(59.999), successor_untouched: true }), 'again'],
    ['used a minute ago', token({ used_at: ago(60), successor_untouched: true }), 'reused'],
    ['used a moment ago, its successor in use', token({ used_at: ago(10) }), 'reused'],
    ['replaced because it never arrived', token({ superseded_at: ago(1) }), 'reused'],
    ['replaced, and used before that', token({ used_at: ago(2), superseded_at: ago(1) }), 'reused'],
  ])('that was %s', (_, given, verdict) => {
    expect(judgeRefresh(given, now)).toBe(verdict);
  });
});
