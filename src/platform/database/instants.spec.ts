import { describe, expect, it } from '@jest/globals';
import { instantFromJson, instantFromPostgres } from './instants.js';

describe('an instant as PostgreSQL writes it', () => {
  it.each([
    ['2026-11-22 12:00:00+00', '2026-11-22T12:00:00.000Z'],
    ['2026-11-22 12:00:00.5+00', '2026-11-22T12:00:00.500Z'],
    ['2026-11-22 12:00:00.123+00', '2026-11-22T12:00:00.123Z'],
    ['2026-11-22 12:00:00.123456+00', '2026-11-22T12:00:00.123Z'],
    ['infinity', 'infinity'],
    ['-infinity', '-infinity'],
  ])('%s', (text, said) => {
    expect(instantFromPostgres(text)).toBe(said);
  });

  it.each([
    ['2026-11-22T12:00:00+00:00', '2026-11-22T12:00:00.000Z'],
    ['2026-11-22T12:00:00.5+00:00', '2026-11-22T12:00:00.500Z'],
    ['2026-11-22T12:00:00.123456+00:00', '2026-11-22T12:00:00.123Z'],
  ])('in JSON: %s', (text, said) => {
    expect(instantFromJson(text)).toBe(said);
  });
});
