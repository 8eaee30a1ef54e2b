import { describe, expect, it } from '@jest/globals';
import { dayAfter, instantOf, isCivilDate, isCivilTime, isInstant, isTimeZone, startOfDay } from './civil-time.js';

describe('civil time', () => {
  it.each(['2026-11-23T16:00:00Z', '2026-11-23T16:00:00.123456-07:00', '2024-02-29T00:00:00+05:45'])(
    'knows the instant %s',
    (text) => {
      expect(isInstant(text)).toBe(true);
    },
  );

  it.each([
    ...[
      '2026-11-23T16:00:00',
      '2026-11-23',
      '2026-02-30T00:00:00Z',
      '2026-11-23T24:00:00Z',
      '2026-11-23T16:00:60Z',
      '',
    ],
    ...[
      '2026-11-23 16:00:00Z',
      '2026-11-23T16:00:00+24:00',
      '0000-01-01T00:00:00Z',
      '2026-11-23T16:00Z',
      null,
      7,
      {},
      [],
    ],
  ])('knows that this is no instant: %s', (value) => {
    expect(isInstant(value)).toBe(false);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '0000-01-01', '2026-11-23T00:00:00Z', 20261123, null])(
    'knows that this is no day: %s',
    (value) => {
      expect(isCivilDate(value)).toBe(false);
    },
  );

  it.each(['Mars/Base', '', '__proto__', 'constructor', 'toString', 'UTC+7', null, {}])(
    'knows that this is no zone: %s',
    (value) => {
      expect(isTimeZone(value)).toBe(false);
    },
  );

  it('knows zones, times of day and leap days', () => {
    expect(['America/Edmonton', 'America/St_Johns', 'Etc/UTC'].every(isTimeZone)).toBe(true);
    expect([isCivilTime('17:30'), isCivilTime('24:00'), isCivilTime('7:30')]).toEqual([true, false, false]);
    expect([isCivilDate('2024-02-29'), dayAfter('2024-02-28'), dayAfter('2026-12-31')]).toEqual([
      true,
      '2024-02-29',
      '2027-01-01',
    ]);
    expect(instantOf('2026-11-23T09:00:00.1239-07:00')).toBe('2026-11-23T16:00:00.123Z');
  });

  it('is by the pinned zone data: Alberta and British Columbia keep one time since 2026', () => {
    expect(startOfDay('2025-12-01', 'America/Edmonton')).toBe('2025-12-01T07:00:00.000Z');
    expect(startOfDay('2026-12-01', 'America/Edmonton')).toBe('2026-12-01T06:00:00.000Z');
    expect(startOfDay('2026-12-01', 'America/Vancouver')).toBe('2026-12-01T07:00:00.000Z');
    expect(startOfDay('2026-12-01', 'America/Toronto')).toBe('2026-12-01T05:00:00.000Z');
  });
});
