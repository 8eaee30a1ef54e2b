/** Something between the braces that does not stand for itself: a quote, what a quote escapes, or nothing at all. */
const QUOTED = /["\\]|\bNULL\b/i;

/**
 * PostgreSQL's own text of an array of texts (`{identity_name,coordination}`), as nearly all of ours stand there: codes, which are
 * cut at their commas. Any other is for `parse`.
 */
export const textsFromPostgres =
  (parse: (text: string) => unknown) =>
  (text: string): unknown => {
    if (QUOTED.test(text)) return parse(text);
    return text === '{}' ? [] : text.slice(1, -1).split(',');
  };
