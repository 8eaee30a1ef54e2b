/** Milliseconds. */
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** As COPY takes a timestamptz; `at` is milliseconds since 1970. */
export const instant = (at: number): string => new Date(at).toISOString();
export const civilDate = (at: number): string => instant(at).slice(0, 10);
