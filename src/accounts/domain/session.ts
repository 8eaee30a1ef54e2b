import type { Id } from '../../kernel/ids.js';
import type { Role } from '../../access/policy.js';

/** Seconds without a refresh after which a session is over: one working day's rest. */
export const SESSION_IDLE = 12 * 3600;
/** Seconds after which a session is over however busy it was. */
export const SESSION_LIFE = 7 * 24 * 3600;
/** Seconds that an invitation, a new password's link or the first administrator's link stands. */
export const INVITATION_LIFE = 24 * 3600;

/** One membership that somebody may sign in to. */
export interface Choice {
  readonly membershipId: Id;
  readonly organisationId: Id;
  readonly organisation: string;
  readonly role: Role;
}

/** A session of somebody's own, as it is listed. */
export interface ListedSession {
  readonly id: Id;
  readonly membershipId: Id;
  readonly startedAt: string;
  readonly lastUsedAt: string;
  readonly expiresAt: string;
  readonly device: string | null;
}

/** RFC 3339 text to RFC 3339 text. */
export const later = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString();

const BROWSERS = [
  ['Edge', /\bEdg/],
  ['Firefox', /\bFirefox|\bFxiOS/],
  ['Chrome', /\bChrome|\bCriOS/],
  ['Safari', /\bSafari/],
] as const;
const SYSTEMS = [
  ['Android', /\bAndroid/],
  ['iOS', /\biPhone|\biPad/],
  ['Windows', /\bWindows/],
  ['macOS', /\bMacintosh/],
  ['Linux', /\bLinux/],
] as const;

const firstOf = (names: readonly (readonly [string, RegExp])[], text: string): string | undefined =>
  names.find(([, pattern]) => pattern.test(text))?.[0];

/** "Firefox, Android": enough to recognise one's own session, and nothing of what the browser really sent. */
export function deviceFrom(userAgent: string | undefined): string | undefined {
  if (userAgent === undefined) return undefined;
  const known = [firstOf(BROWSERS, userAgent), firstOf(SYSTEMS, userAgent)].filter((name) => name !== undefined);
  return known.length > 0 ? known.join(', ') : undefined;
}
