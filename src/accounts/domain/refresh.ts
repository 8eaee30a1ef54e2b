/** Seconds. Two tabs, or a retry in the same breath: not worth ending a session for, and not worth a second token. */
export const JUST_USED = 5;
/** Seconds. On a poor line the answer may never arrive: as long as its successor was not used, ask again. */
const ANSWER_LOST = 60;

/** A refresh token as it stands, with what became of its successor. Instants are RFC 3339 text. */
export interface RefreshToken {
  readonly used_at: string | null;
  readonly superseded_at: string | null;
  readonly successor_issued_at: string | null;
  readonly successor_untouched: boolean;
}

/**
 * `rotate`: give the next one · `again`: the answer was lost, give another in its place · `wait`: somebody just did ·
 * `reused`: it is in two hands, so the session ends for both.
 */
export type RefreshVerdict = 'rotate' | 'again' | 'wait' | 'reused';

export function judgeRefresh(token: RefreshToken, now: string): RefreshVerdict {
  if (token.superseded_at !== null) return 'reused';
  if (token.used_at === null) return 'rotate';
  const since = (instant: string) => (Date.parse(now) - Date.parse(instant)) / 1000;
  if (since(token.successor_issued_at ?? token.used_at) < JUST_USED) return 'wait';
  return since(token.used_at) < ANSWER_LOST && token.successor_untouched ? 'again' : 'reused';
}
