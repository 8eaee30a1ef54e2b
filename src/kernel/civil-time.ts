import moment from 'moment-timezone';

/** RFC 3339 with an offset: `2026-11-23T16:00:00.000Z`. */
export type Instant = string;
/** `2026-11-23`: a day on somebody's calendar, without a zone. */
export type CivilDate = string;
/** A wall clock's time, `HH:MM`. */
export type CivilTime = string;

/**
 * Hours of the week on somebody's wall clock. Monday is 1. `to` is not part of it; a `to` that is not after `from` lies
 * on the next day, so `22:00` to `02:00` of a Friday ends on Saturday.
 */
export interface WeekHours {
  readonly days: readonly number[];
  readonly from: CivilTime;
  readonly to: CivilTime;
}

const DAY = 'YYYY-MM-DD';
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const INSTANT = /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** A day that exists, from year 1 to 9999. */
export const isCivilDate = (value: unknown): value is CivilDate =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\d$/.test(value) &&
  value >= '0001' &&
  moment.utc(value, DAY, true).isValid();

/** `17:30`. */
export const isCivilTime = (value: unknown): value is CivilTime => typeof value === 'string' && TIME.test(value);

/** RFC 3339 with its offset; the day must exist. */
export const isInstant = (value: unknown): value is Instant =>
  typeof value === 'string' && isCivilDate(INSTANT.exec(value)?.[1]);

/** An IANA name of a place, as written there: `America/Edmonton`. Abbreviations such as EST say nothing about a place. */
export const isTimeZone = (value: unknown): value is string =>
  typeof value === 'string' && value.includes('/') && moment.tz.zone(value)?.name === value;

/** The same instant in UTC to the millisecond, as the database gives instants back. */
export const instantOf = (text: string): Instant => moment.utc(text).toISOString();

/** `minutes` may be negative. */
export const plusMinutes = (instant: Instant, minutes: number): Instant =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

/** @throws RangeError when the zone is unknown */
export const civilDateAt = (instant: Instant, zone: string): CivilDate => at(instant, zone).format(DAY);

/** @throws RangeError when the zone is unknown */
export const civilTimeAt = (instant: Instant, zone: string): CivilTime => at(instant, zone).format('HH:mm');

/**
 * The instant when a wall clock shows this: RFC 3339, UTC, milliseconds. In the hour that a clock change skips: as if
 * the clock had not changed (02:30 becomes 03:30); in the hour that comes twice: the first.
 *
 * @throws RangeError when the zone is unknown
 */
export const instantWhen = (date: CivilDate, time: CivilTime, zone: string): Instant =>
  moment.tz(`${date}T${time}`, `${DAY}[T]HH:mm`, true, known(zone)).toISOString();

/** The first instant of this day in this zone, by the pinned zone data. */
export const startOfDay = (date: CivilDate, zone: string): Instant => instantWhen(date, '00:00', zone);

/** `days` may be negative. */
export const addDays = (date: CivilDate, days: number): CivilDate =>
  moment.utc(date, DAY, true).add(days, 'days').format(DAY);

export const dayAfter = (date: CivilDate): CivilDate => addDays(date, 1);

/** 1 is Monday. */
export const weekdayOf = (date: CivilDate): number => moment.utc(date, DAY, true).isoWeekday();

/** Without any hours named, every hour is one of them. */
export function isWithinHours(instant: Instant, zone: string, hours: readonly WeekHours[]): boolean {
  if (hours.length === 0) return true;
  const [date, time] = [civilDateAt(instant, zone), civilTimeAt(instant, zone)];
  const [today, yesterday] = [weekdayOf(date), weekdayOf(addDays(date, -1))];
  return hours.some(({ days, from, to }) => {
    const overMidnight = to <= from;
    const sinceToday = days.includes(today) && time >= from && (overMidnight || time < to);
    return sinceToday || (overMidnight && days.includes(yesterday) && time < to);
  });
}

/** Which release of the zone data is pinned, such as `2026f`. */
export const zoneDataVersion = (): string => moment.tz.dataVersion;

/** Alberta, British Columbia, the Northwest Territories and Manitoba changed their clocks' rules up to this release. */
export const ZONE_DATA_NEEDED = '2026e';

/** The pinned data lacks rules that are in force, or comes from before last year. */
export const isZoneDataOld = (now: Instant, version = zoneDataVersion()): boolean =>
  version < ZONE_DATA_NEEDED || Number(version.slice(0, 4)) < Number(now.slice(0, 4)) - 1;

const at = (instant: Instant, zone: string): moment.Moment => moment.tz(instant, moment.ISO_8601, true, known(zone));

function known(zone: string): string {
  if (moment.tz.zone(zone) === null) throw new RangeError(`Zone data ${zoneDataVersion()} knows no ${zone}.`);
  return zone;
}
