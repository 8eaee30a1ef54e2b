import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  civilDateAt,
  dayAfter,
  instantOf,
  instantWhen,
  isCivilDate,
  isCivilTime,
  isInstant,
  isTimeZone,
  isWithinHours,
  isZoneDataOld,
  startOfDay,
  weekdayOf,
  ZONE_DATA_NEEDED,
  zoneDataVersion,
} from './civil-time.js';

const EDMONTON = 'America/Edmonton';
const TORONTO = 'America/Toronto';

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

  it('knows which day it is where somebody is', () => {
    expect(civilDateAt('2026-11-24T05:30:00Z', EDMONTON)).toBe('2026-11-23');
    expect(civilDateAt('2026-11-24T05:30:00Z', 'America/St_Johns')).toBe('2026-11-24');
    expect(() => civilDateAt('2026-11-23T16:00:00Z', 'Mars/Olympus')).toThrow(RangeError);
  });

  it('keeps Alberta at one time all year from 2026 on, and Ontario not', () => {
    const noonsApart = (zone: string) =>
      Date.parse(instantWhen('2027-01-15', '12:00', zone)) - Date.parse(instantWhen('2026-07-15', '12:00', zone));
    const days = 184 * 86_400_000;
    expect(noonsApart(EDMONTON)).toBe(days);
    expect(noonsApart(TORONTO)).toBe(days + 3_600_000);
  });

  it('has an answer for the hour that is skipped and for the one that comes twice', () => {
    expect(instantWhen('2027-03-14', '02:30', TORONTO)).toBe('2027-03-14T07:30:00.000Z');
    expect(instantWhen('2026-11-01', '01:30', TORONTO)).toBe('2026-11-01T05:30:00.000Z');
  });

  it('counts days on the calendar, whatever the clocks do', () => {
    expect(addDays('2026-10-31', 2)).toBe('2026-11-02');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect([weekdayOf('2026-11-23'), weekdayOf('2026-11-29')]).toEqual([1, 7]);
  });

  describe('hours of the week', () => {
    const at = (instant: string, days: number[], from: string, to: string) =>
      isWithinHours(instant, EDMONTON, [{ days, from, to }]);
    const monday = (time: string) => instantWhen('2026-11-23', time, EDMONTON);

    it('are every hour where none is named', () => {
      expect(isWithinHours(monday('03:00'), EDMONTON, [])).toBe(true);
    });

    it('begin with their first minute and end before their last', () => {
      expect(['08:59', '09:00', '16:59', '17:00'].map((time) => at(monday(time), [1], '09:00', '17:00'))).toEqual([
        false,
        true,
        true,
        false,
      ]);
      expect(at(monday('10:00'), [2, 3], '09:00', '17:00')).toBe(false);
    });

    it('may run over midnight into a day that is not named', () => {
      const tuesday = (time: string) => instantWhen('2026-11-24', time, EDMONTON);
      expect(
        [monday('21:59'), monday('22:00'), tuesday('01:59'), tuesday('02:00'), tuesday('22:30')].map((instant) =>
          at(instant, [1], '22:00', '02:00'),
        ),
      ).toEqual([false, true, true, false, false]);
    });
  });

  it('says when its data is older than it should be', () => {
    expect(zoneDataVersion() >= ZONE_DATA_NEEDED).toBe(true);
    expect(isZoneDataOld('2026-11-23T16:00:00Z')).toBe(false);
    expect(isZoneDataOld('2026-11-23T16:00:00Z', '2026d')).toBe(true);
    expect(isZoneDataOld('2028-01-01T00:00:00Z', '2026f')).toBe(true);
  });
});
