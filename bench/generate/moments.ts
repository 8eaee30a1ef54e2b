/** Milliseconds. */
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

const padded = (length: number, digits: number): readonly string[] =>
  Array.from({ length }, (_, number) => String(number).padStart(digits, '0'));
const TWO = padded(60, 2);
const THREE = padded(1_000, 3);
const days = new Map<number, string>();

/** `at` is milliseconds since 1970, afterwards. */
export function civilDate(at: number): string {
  const day = Math.floor(at / DAY);
  const known = days.get(day);
  if (known !== undefined) return known;
  const made = new Date(day * DAY).toISOString().slice(0, 10);
  days.set(day, made);
  return made;
}

/** As COPY takes a timestamptz. There are forty for each person, and `toISOString` took a tenth of all the time. */
export function instant(at: number): string {
  const [date, left] = [civilDate(at), Math.floor(at % DAY)];
  const [minutes, millis] = [Math.floor(left / MINUTE), left % MINUTE];
  const [hour, minute, second] = [Math.floor(minutes / 60), minutes % 60, Math.floor(millis / 1_000)].map(
    (n) => TWO[n],
  );
  return `${date}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}.${THREE[millis % 1_000] ?? ''}Z`;
}
