/** What a column may be given as. Text is ids, codes, instants and JSON without a word of anybody's: nothing to escape. */
export type Value = string | number | boolean | null | undefined | Buffer | readonly string[];
export type Row = Readonly<Record<string, Value>>;

function field(value: Value): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (typeof value === 'number') return String(value);
  // Arrays hold codes only, none of which needs quotes.
  return Buffer.isBuffer(value) ? `\\\\x${value.toString('hex')}` : `{${value.join(',')}}`;
}

/** One line of COPY's text format. A column that the row does not have is null. */
export const copyLine = (columns: readonly string[], row: Row): string =>
  `${columns.map((column) => field(row[column])).join('\t')}\n`;
