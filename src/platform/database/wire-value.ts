/** How a value travels to PostgreSQL: as text, or as bytes. */
export type WireValue = string | Buffer | null;

/** Text of JSON for an object, PostgreSQL's own notation for an array. */
export function wireValue(value: unknown): WireValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || Buffer.isBuffer(value)) return value;
  if (Array.isArray(value)) return arrayText(value);
  return typeof value === 'object' ? JSON.stringify(value) : `${value as number | boolean | bigint}`;
}

const arrayText = (values: readonly unknown[]): string => `{${values.map(elementText).join(',')}}`;

function elementText(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (Array.isArray(value)) return arrayText(value);
  if (Buffer.isBuffer(value)) return `"\\\\x${value.toString('hex')}"`;
  return `"${String(wireValue(value)).replace(/[\\"]/g, '\\$&')}"`;
}
