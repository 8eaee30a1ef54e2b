import { Worker } from 'node:worker_threads';
import type pg from 'pg';
import { withClient } from '../../src/platform/database/connect.js';
import { roleUrl } from '../../src/platform/database/roles.js';
import type { Progress } from '../../src/backup/progress.js';
import { DERIVE } from './derived.js';
import type { Ground } from './ground.js';
import { writePlaces } from './places-rows.js';
import { setAside, type PutBack } from './set-aside.js';
import { severalAtOnce } from './several.js';
import type { Size } from './size.js';
import { DERIVED, TABLE_NAMES } from './tables.js';
import { verify } from './verify.js';
import type { Share } from './writer.js';

export interface Wanted extends Size {
  readonly writers: number;
}

const WRITER = new URL('./writer.js', import.meta.url);

/**
 * Fills a database with invented people. Memory does not grow with their number: each writer holds a thousand at a time.
 *
 * @throws Error when there is a client already, when PostgreSQL finds a row that no constraint allows, or when a sample is
 *   not what the programme itself would have written
 */
export async function generate(ground: Ground, wanted: Wanted, progress: Progress): Promise<void> {
  const ownerUrl = roleUrl(ground.directUrl, ground.secret, 'owner');
  await withClient(ownerUrl, async (owner) => {
    const { rowCount } = await owner.query('SELECT FROM client LIMIT 1');
    if (rowCount !== 0) throw new Error('There are clients in this database. Name an empty one.');
    await writePlaces(owner, wanted);
    const tables = [...TABLE_NAMES, ...DERIVED];
    const putBack = await setAside(owner, tables);
    await writePeople(ground, wanted, ownerUrl, progress);
    await owner.query('ANALYZE');
    const how = { ownerUrl, writers: wanted.writers, progress };
    // Each grant asks what she denied: without an index, that reads every consent for every grant.
    await owner.query('CREATE INDEX while_grants_are_derived ON consent (client_id)');
    const names = new Map(DERIVE.map(([what, sql]) => [sql, what]));
    await severalAtOnce(how, [...names.keys()].map(alone), (sql, rows) =>
      progress.step(`${names.get(sql) ?? ''}: ${rows} rows`),
    );
    await owner.query('DROP INDEX while_grants_are_derived');
    await putInPlace(owner, how, putBack);
    await severalAtOnce(
      how,
      (await largestFirst(owner, tables)).map((table) => [`VACUUM (ANALYZE) ${table}`]),
      () => undefined,
    );
    await owner.query('ANALYZE organisation, staff, membership, grantee');
    progress.step(await verify(owner, ground, wanted));
  });
}

interface How {
  readonly ownerUrl: string;
  readonly writers: number;
  readonly progress: Progress;
}

const alone = (statement: string): readonly string[] => [statement];

async function putInPlace(owner: pg.Client, how: How, { byTable, named, checked, last }: PutBack): Promise<void> {
  const { progress } = how;
  const count = [...byTable.values(), ...checked.values()].flat().length;
  let done = 0;
  const tell = () => {
    done += 1;
    progress.within(() => `${done} of ${count} indexes and keys back in their place`);
  };
  const ordered = async (lists: PutBack['byTable']) =>
    (await largestFirst(owner, [...lists.keys()])).map((table) => lists.get(table) ?? []);
  await severalAtOnce(how, await ordered(byTable), tell);
  progress.step('every index is back in its place');
  for (const statement of named) await owner.query(statement);
  await severalAtOnce(how, await ordered(checked), tell);
  for (const statement of last) await owner.query(statement);
  progress.step('every row held against every key and constraint');
}

async function largestFirst(owner: pg.Client, tables: readonly string[]): Promise<readonly string[]> {
  const text = `SELECT t.name FROM unnest($1::text[]) AS t(name) ORDER BY pg_table_size(t.name::regclass) DESC`;
  return (await owner.query<{ name: string }>(text, [tables])).rows.map(({ name }) => name);
}

/** The keys that the programme keeps in the database are made before several writers would make them. */
function writePeople(ground: Ground, wanted: Wanted, ownerUrl: string, progress: Progress): Promise<unknown> {
  const began = performance.now();
  const appUrl = roleUrl(ground.directUrl, ground.secret, 'app');
  const sum = { clients: 0, contacts: 0 };
  const { writers, ...size } = wanted;
  const share = (writer: number): Share => ({
    ...{ ownerUrl, appUrl, masterKeys: ground.masterKeys, size, writer, writers },
  });
  const told = () => {
    const seconds = (performance.now() - began) / 1000;
    const left = (seconds / sum.clients) * (size.clients - sum.clients);
    return `${sum.clients} of ${size.clients} clients, ${sum.contacts} contacts; about ${Math.ceil(left)} s left`;
  };
  return Promise.all(
    Array.from({ length: writers }, (_, writer) =>
      written(share(writer), (batch) => {
        sum.clients += batch.clients;
        sum.contacts += batch.contacts;
        progress.within(told);
      }),
    ),
  ).then(() => progress.step(told()));
}

type Batch = Readonly<Record<'clients' | 'contacts', number>>;

function written(share: Share, tell: (batch: Batch) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(WRITER, { workerData: share });
    thread.on('message', tell).once('error', reject);
    thread.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`A writer ended with ${code}.`))));
  });
}
