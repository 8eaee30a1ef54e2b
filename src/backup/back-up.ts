import { createHash } from 'node:crypto';
import { mkdir, rename } from 'node:fs/promises';
import type pg from 'pg';
import { withClient } from '../platform/database/connect.js';
import { copyOut } from '../platform/database/copy.js';
import { appliedMigrations } from '../platform/database/migrate.js';
import { roleUrl, type DatabaseRole } from '../platform/database/roles.js';
import { StartFault } from '../start/start-fault.js';
import { copyStatement, storedSequences, storedTables, type StoredTable } from './catalogue.js';
import { fileOf, nameOf, writeManifest, type Manifest, type TableEntry } from './manifest.js';
import { PackedFile } from './packed-file.js';
import type { Progress } from './progress.js';

export interface Source {
  readonly directUrl: string;
  readonly secret: string;
}

/**
 * Copies every row of every table into a new folder, all as of one moment, while the programme goes on serving. The
 * words in it are sealed as they are in the database; the master key is not in it.
 *
 * @throws StartFault when the folder exists already, or there is nothing to copy
 */
export async function backUp(source: Source, folder: string, progress: Progress): Promise<Manifest> {
  const making = `${folder}.making`;
  await mkdir(making, { recursive: true, mode: 0o700 }); // a copy broken off before is written over
  const manifest = await atOneMoment(source, async (clients) => {
    const schema = await appliedMigrations(clients.owner);
    if (schema.length === 0)
      throw new StartFault('This database holds nothing of Throughline: there is nothing to copy.');
    const tables: TableEntry[] = [];
    for (const table of await storedTables(clients.owner)) {
      tables.push(await copyTable(clients[readerOf(table.role)], table, { file: fileOf(making, table), progress }));
    }
    return { format: 1 as const, ...(await frame(clients.owner)), schema, tables, sequences: await sequences(clients) };
  });
  await writeManifest(making, manifest);
  await rename(making, folder).catch(() => {
    throw new StartFault(`${folder} exists already. Name a new folder.`);
  });
  return manifest;
}

/** Only these two own tables. */
type Readers = Readonly<Record<'owner' | 'jobs', pg.Client>>;

function readerOf(role: DatabaseRole): keyof Readers {
  if (role === 'owner' || role === 'jobs') return role;
  throw new Error(`A table belongs to ${role}, which no backup reads as.`);
}

/** Both roles see one snapshot: a job and the row that it is about belong together. */
function atOneMoment<T>({ directUrl, secret }: Source, work: (clients: Readers) => Promise<T>): Promise<T> {
  return withClient(roleUrl(directUrl, secret, 'owner'), (owner) =>
    withClient(roleUrl(directUrl, secret, 'jobs'), async (jobs) => {
      await owner.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const { rows } = await owner.query<{ snapshot: string }>('SELECT pg_export_snapshot() AS snapshot');
      await jobs.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      await jobs.query(`SET TRANSACTION SNAPSHOT '${rows[0]?.snapshot ?? ''}'`);
      return work({ owner, jobs });
    }),
  );
}

async function sequences(clients: Readers) {
  return [...(await storedSequences(clients.owner, 'owner')), ...(await storedSequences(clients.jobs, 'jobs'))];
}

async function frame(owner: pg.Client): Promise<Pick<Manifest, 'made' | 'server' | 'masterKeys'>> {
  const { rows } = await owner.query<{ made: string; server: string }>(
    `SELECT now() AS made, current_setting('server_version') AS server`,
  );
  const keys = await owner.query<{ id: string }>(
    `SELECT DISTINCT encode(substr(wrapped, 1, 4), 'hex') AS id FROM (
       SELECT wrapped FROM house_key UNION ALL SELECT wrapped FROM sealing_key UNION ALL SELECT wrapped FROM caller_key) k ORDER BY 1`,
  );
  return { made: rows[0]?.made ?? '', server: rows[0]?.server ?? '', masterKeys: keys.rows.map(({ id }) => id) };
}

async function copyTable(
  client: pg.Client,
  table: StoredTable,
  { file, progress }: { file: string; progress: Progress },
): Promise<TableEntry> {
  const { schema, name, role, columns } = table;
  const packed = new PackedFile(file);
  const digest = createHash('sha256');
  let [rows, bytes] = [0, 0];
  await copyOut(client, copyStatement(table), (line) => {
    rows += 1;
    bytes += line.length;
    digest.update(line);
    progress.within(() => `${nameOf(table)}: ${rows} of about ${Math.max(rows, table.expected)} rows`);
    return packed.add(Buffer.from(line)); // the line is gone with the next one
  });
  await packed.close();
  progress.step(`${nameOf(table)}: ${rows} rows`);
  return { schema, name, role, columns, rows, bytes, sha256: digest.digest('hex') };
}
