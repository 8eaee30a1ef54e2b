import {
  addDays,
  civilDateAt,
  instantWhen,
  isWithinHours,
  weekdayOf,
  type WeekHours,
} from '../../kernel/civil-time.js';
import type { Channel } from './channel.js';

export type NotNow = 'ended' | 'asked_not_to' | 'outside_safe_hours' | 'zone_withheld';

/** May she be contacted on this channel at this moment, and if not now, when next. */
export interface Contactability {
  readonly contactableNow: boolean;
  readonly because: NotNow | null;
  readonly nextSafeAt: string | null;
}

type Rules = Pick<Channel, 'mayContact' | 'safeHours' | 'endedAt'>;

/** @param zone hers; nothing when whoever asks may not know it, and then only a channel open at any hour is safe */
export function contactability(channel: Rules, now: string, zone: string | null): Contactability {
  const because = notNow(channel, now, zone);
  if (because === null) return { contactableNow: true, because, nextSafeAt: now };
  const later = because === 'outside_safe_hours' && zone !== null ? nextStart(channel.safeHours, now, zone) : null;
  return { contactableNow: false, because, nextSafeAt: later };
}

function notNow({ mayContact, safeHours, endedAt }: Rules, now: string, zone: string | null): NotNow | null {
  if (endedAt !== null) return 'ended';
  if (!mayContact) return 'asked_not_to';
  if (safeHours.length === 0) return null;
  if (zone === null) return 'zone_withheld';
  return isWithinHours(now, zone, safeHours) ? null : 'outside_safe_hours';
}

/** Eight days on, every weekday has come once, and today's once more. */
const DAYS_AHEAD = [0, 1, 2, 3, 4, 5, 6, 7];

function nextStart(hours: readonly WeekHours[], now: string, zone: string): string | null {
  const today = civilDateAt(now, zone);
  const starts = DAYS_AHEAD.map((days) => addDays(today, days)).flatMap((date) =>
    hours.filter(({ days }) => days.includes(weekdayOf(date))).map(({ from }) => instantWhen(date, from, zone)),
  );
  return starts.filter((start) => start > now).sort()[0] ?? null;
}
