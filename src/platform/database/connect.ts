import pg from 'pg';
import { instantFromPostgres } from './instants.js';
import { textsFromPostgres } from './texts.js';

const { TIMESTAMPTZ, DATE } = pg.types.builtins as Readonly<Record<'TIMESTAMPTZ' | 'DATE', number>>;
/** `text[]`, which pg gives no name. */
const TEXTS = 1009;
const typeParser = pg.types.getTypeParser as (oid: number, format?: string) => (value: string) => unknown;

const texts = textsFromPostgres(typeParser(TEXTS));

/** Instants stay text to the millisecond and civil dates stay plain: no `Date` that a time zone could shift. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
    if (oid === TIMESTAMPTZ) return instantFromPostgres;
    if (oid === DATE) return (text) => text;
    if (oid === TEXTS && format !== 'binary') return texts;
    return typeParser(oid, format);
  },
};

/** What every connection of ours has in common. No start-up parameters: a transaction pooler would refuse them. */
export const CONNECTION = {
  types,
  connectionTimeoutMillis: 5_000,
} as const;

/** One connection for one piece of work, closed whatever happens. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, ...CONNECTION, application_name: 'throughline' });
  client.on('error', () => undefined); // the pending query carries the fault; without a listener the process would end
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
