import moment from 'moment-timezone';

/** RFC 3339 with an offset: `2026-11-23T16:00:00.000Z`. */
export type Instant = string;

/** `2026-11-23`: a day on somebody's calendar, without a zone. */
export type CivilDate = string;

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
export const isCivilTime = (value: unknown): value is string => typeof value === 'string' && TIME.test(value);

/** RFC 3339 with its offset; the day must exist. */
export const isInstant = (value: unknown): value is Instant =>
  typeof value === 'string' && isCivilDate(INSTANT.exec(value)?.[1]);

export const isTimeZone = (value: unknown): value is string =>
  typeof value === 'string' && moment.tz.zone(value) !== null;

/** The same instant in UTC to the millisecond, as the database gives instants back. */
export const instantOf = (text: Instant): Instant => moment.utc(text).toISOString();

/** The first instant of this day in this zone, by the pinned zone data: RFC 3339, UTC, milliseconds. */
export const startOfDay = (date: CivilDate, zone: string): Instant => moment.tz(date, DAY, true, zone).toISOString();

export const dayAfter = (date: CivilDate): CivilDate => moment.utc(date, DAY, true).add(1, 'day').format(DAY);
