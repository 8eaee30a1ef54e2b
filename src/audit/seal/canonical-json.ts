interface Source {
  readonly source?: string;
}

type Reviver = (key: string, value: unknown, context: Source) => unknown;

/** A number as PostgreSQL wrote it: as a JavaScript number, 0.1 and 0.1000000000000000001 would be the same. */
class Digits {
  constructor(readonly source: string) {}
}

const parse = JSON.parse as (text: string, reviver: Reviver) => unknown;
const keepDigits: Reviver = (_, value, { source }) => (typeof value === 'number' ? new Digits(source ?? '') : value);

/** The same text for the same content of a `jsonb`: members by the order of their names, every digit of a number. */
export const canonicalJson = (text: string): string => (text === '{}' ? text : written(parse(text, keepDigits)));

function written(value: unknown): string {
  if (value instanceof Digits) return value.source;
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${written(member)}`).join(',')}}`;
}
