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
const SECONDS = '2026-11-22 12:00:00'.length;

function inMilliseconds(text: string, offset: string): Instant {
  const end = text.length - offset.length;
  if (end === WHOLE) return joined(text, WHOLE, 'Z');
  if (text.endsWith('infinity')) return text;
  return joined(text, SECONDS, `.${text.slice(20, end).padEnd(3, '0').slice(0, 3)}Z`);
}

/** One text. What `+` or a template puts together stays its parts for as long as anybody keeps it, at three times the memory. */
const joined = (text: string, to: number, rest: string): Instant =>
  [text.slice(0, 10), 'T', text.slice(11, to), rest].join('');
