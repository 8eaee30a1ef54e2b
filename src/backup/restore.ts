import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { withClient } from '../platform/database/connect.js';
import { copyIn, copyOut } from '../platform/database/copy.js';
import { migrate } from '../platform/database/migrate.js';
import { provision } from '../platform/database/provision.js';
import { roleUrl } from '../platform/database/roles.js';
import { StartFault } from '../start/start-fault.js';
import type { Source } from './back-up.js';
import { copyStatement, storedTables } from './catalogue.js';
import { fileOf, nameOf, type Manifest, type TableEntry } from './manifest.js';
import type { Progress } from './progress.js';
import { openForRows } from './table-guards.js';

export interface Restoration {
  readonly source: Source & { readonly passwords: 'keep' | 'replace' };
  readonly folder: string;
  readonly manifest: Manifest;
  /** Reads every row back afterwards and compares. */
  readonly verify: boolean;
}

type OwningRole = 'owner' | 'jobs';

/**
 * Fills an empty database from a backup: first the schema that the rows were written under, then the rows as they were,
 * each table in full or none of them. What was in force at the moment of the backup and must not come back (sessions,
 * jobs in somebody's hands) is ended. The next start brings the schema up to date.
 *
 * @throws StartFault when the database is not empty, or the files are not what the manifest says
 */
export async function restore({ source, folder, manifest, verify }: Restoration, progress: Progress): Promise<void> {
  await provision(source);
  await migrate({ ...source, only: manifest.schema });
  const as = <T>(role: OwningRole, work: (client: pg.Client) => Promise<T>) =>
    withClient(roleUrl(source.directUrl, source.secret, role), work);
  await as('owner', async (owner) => {
    await assertEmpty(owner);
    await as('jobs', async (jobs) => {
      await owner.query('BEGIN');
      await jobs.query('BEGIN');
      await load(owner, 'owner', { folder, manifest, progress });
      await load(jobs, 'jobs', { folder, manifest, progress });
      await owner.query('COMMIT');
      await jobs.query('COMMIT');
      if (verify) await compare({ owner, jobs }, manifest, progress);
      await owner.query(LOOK_AGAIN_WHAT_IS_SEALED);
      await owner.query('UPDATE session SET ended_at = now() WHERE ended_at IS NULL');
      await jobs.query(
        'UPDATE graphile_worker._private_jobs SET locked_at = NULL, locked_by = NULL WHERE locked_at IS NOT NULL',
      );
      await owner.query('ANALYZE');
    });
  });
}

/** Transactions are counted anew here, or at least were not counted on: which rows wait for a seal is asked of every row. */
const LOOK_AGAIN_WHAT_IS_SEALED = `DO $$ BEGIN IF to_regclass('audit_seal_progress') IS NOT NULL THEN
  UPDATE audit_seal_progress SET cluster = '', up_to = '0', walked = '00000000-0000-0000-0000-000000000000', moved_at = now();
END IF; END $$`;

async function assertEmpty(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ there: boolean }>(
    'SELECT EXISTS (SELECT FROM organisation) OR EXISTS (SELECT FROM staff) OR EXISTS (SELECT FROM audit_entry) AS there',
  );
  if (!rows[0]?.there) return;
  throw new StartFault(
    'This database is not empty, and a restore never overwrites. Make a new, empty one and name it in DATABASE_URL; with ' +
      'the PostgreSQL that comes along, move .throughline/postgres away.',
  );
}

interface Load {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly progress: Progress;
}

async function load(client: pg.Client, role: OwningRole, { folder, manifest, progress }: Load): Promise<void> {
  const tables = manifest.tables.filter((table) => table.role === role);
  const close = await openForRows(client, tables.map(nameOf));
  for (const table of tables) {
    await loadTable(client, table, fileOf(folder, table));
    progress.step(`${nameOf(table)}: ${table.rows} rows`);
  }
  for (const { value, ...sequence } of manifest.sequences.filter((entry) => entry.role === role)) {
    await client.query('SELECT setval($1::regclass, coalesce($2::bigint, 1), $2 IS NOT NULL)', [
      nameOf(sequence),
      value,
    ]);
  }
  await close();
}

async function loadTable(client: pg.Client, table: TableEntry, file: string): Promise<void> {
  const digest = createHash('sha256');
  const unpacked = async function* () {
    for await (const chunk of createReadStream(file).pipe(createGunzip()) as AsyncIterable<Buffer>) {
      digest.update(chunk);
      yield chunk;
    }
  };
  await copyIn(client, `COPY ${nameOf(table)} (${table.columns.join(', ')}) FROM STDIN`, unpacked());
  if (digest.digest('hex') !== table.sha256) throw damaged(file);
}

/** Every row, read back and compared with the manifest by number and hash. */
async function compare(
  clients: Readonly<Record<OwningRole, pg.Client>>,
  manifest: Manifest,
  progress: Progress,
): Promise<void> {
  const now = new Map((await storedTables(clients.owner)).map((table) => [nameOf(table), table]));
  for (const table of manifest.tables) {
    const stored = now.get(nameOf(table));
    const digest = createHash('sha256');
    let rows = 0;
    if (stored) {
      await copyOut(clients[table.role as OwningRole], copyStatement({ ...stored, columns: table.columns }), (line) => {
        rows += 1;
        digest.update(line);
        return undefined;
      });
    }
    if (rows !== table.rows || digest.digest('hex') !== table.sha256) throw differs(table, rows);
    progress.step(`${nameOf(table)}: ${rows} rows, the same`);
  }
}

const damaged = (file: string): StartFault =>
  new StartFault(
    `${file} is not the file that the backup wrote (its checksum differs). Use another copy of the backup.`,
  );

const differs = (table: TableEntry, rows: number): StartFault =>
  new StartFault(
    `${nameOf(table)} differs from the backup: ${rows} rows here, ${table.rows} there. Do not use this database; restore ` +
      'again into a new one.',
  );
