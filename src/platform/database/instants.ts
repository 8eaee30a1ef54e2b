import type { Instant } from '../../kernel/civil-time.js';

/** What stands behind the fraction: our roles run in UTC. */
const OFFSET = '+00';
const OFFSET_IN_JSON = '+00:00';

/** PostgreSQL's own text (`2026-11-22 12:00:00.5+00`) as RFC 3339 in milliseconds; `infinity` stays as it is. */
export const instantFromPostgres = (text: string): Instant => inMilliseconds(text, OFFSET);

/** The same of what PostgreSQL writes into JSON (`2026-11-22T12:00:00.5+00:00`). For hot lists: nothing is parsed. */
export const instantFromJson = (text: string): Instant => inMilliseconds(text, OFFSET_IN_JSON);

/** To the milliseconds, as nearly every one of them stands there: nothing is filled up. */
const WHOLE = '2026-11-22 12:00:00.555'.length;

function inMilliseconds(text: string, offset: string): Instant {
  const end = text.length - offset.length;
  if (end === WHOLE) return `${text.slice(0, 10)}T${text.slice(11, WHOLE)}Z`;
  if (text.endsWith('infinity')) return text;
  const [date, clock] = [text.slice(0, 10), text.slice(11, 19)];
  return `${date}T${clock}.${text.slice(20, end).padEnd(3, '0').slice(0, 3)}Z`;
}
