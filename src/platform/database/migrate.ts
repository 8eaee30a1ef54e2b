import { runMigrations as runQueueMigrations } from 'graphile-worker';
import type pg from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { CONNECTION, withClient } from './connect.js';
import { MIGRATIONS, migrationFiles } from './migration-level.js';
import { backgroundPool } from './background-pool.js';
import { roleUrl } from './roles.js';
import { QUEUE_SQL } from '../jobs/queue.sql.js';

/** Raised when the database was migrated by a newer programme than this one. */
export class SchemaTooNew extends Error {
  override readonly name = 'SchemaTooNew';
}

const MIGRATION_LOCK = 7_201_002;

export interface MigrationTarget {
  readonly directUrl: string;
  readonly secret: string;
  /** Only these, by name: what a restored backup was written under. */
  readonly only?: readonly string[];
}

/**
 * Brings the schema up to date: the queue's as role `jobs`, then ours as role `owner`.
 * TypeORM takes no lock of its own, so replicas that start at once queue up here on a direct connection.
 *
 * @throws SchemaTooNew before anything is changed
 */
export async function migrate({ directUrl, secret, only }: MigrationTarget): Promise<void> {
  const known = await loadMigrations();
  if (only) assertNotNewer(only, known);
  const migrations = only ? known.filter(({ name }) => only.includes(name)) : known;
  const ownerUrl = roleUrl(directUrl, secret, 'owner');
  await withClient(directUrl, async (lock) => {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const applied = await withClient(ownerUrl, appliedMigrations);
    assertNotNewer(applied, migrations);
    await migrateQueue(roleUrl(directUrl, secret, 'jobs'));
    if (applied.length < migrations.length) await migrateTables(ownerUrl, migrations);
  });
}

/** The names of what was applied, in order: the version of a schema. */
export async function appliedMigrations(owner: pg.Client): Promise<readonly string[]> {
  const { rows } = await owner.query<{ there: boolean }>(`SELECT to_regclass('schema_migration') IS NOT NULL AS there`);
  if (!rows[0]?.there) return [];
  const applied = await owner.query<{ name: string }>('SELECT name FROM schema_migration ORDER BY id');
  return applied.rows.map(({ name }) => name);
}

function assertNotNewer(applied: readonly string[], migrations: readonly MigrationClass[]): void {
  const mine = new Set(migrations.map((migration) => migration.name));
  const unknown = applied.filter((name) => !mine.has(name));
  if (unknown.length === 0) return;
  throw new SchemaTooNew(
    `There are migrations in it that this version does not know: ${unknown.join(', ')}.\n` +
      'Start the newer version, or restore a backup made before it.',
  );
}

async function migrateQueue(queueUrl: string): Promise<void> {
  const pool = backgroundPool({ connectionString: queueUrl, max: 1 });
  try {
    await runQueueMigrations({ pgPool: pool });
  } finally {
    await pool.end();
  }
  await withClient(queueUrl, (client) => client.query(QUEUE_SQL));
}

async function migrateTables(ownerUrl: string, migrations: MigrationClass[]): Promise<void> {
  const owner = await new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations,
    migrationsTableName: 'schema_migration',
    extra: { ...CONNECTION, max: 1 },
  }).initialize();
  try {
    await owner.runMigrations({ transaction: 'each' });
  } finally {
    await owner.destroy();
  }
}

type MigrationClass = new () => MigrationInterface;

async function loadMigrations(): Promise<MigrationClass[]> {
  const files = await migrationFiles();
  const modules = (await Promise.all(files.map((file) => import(new URL(file, MIGRATIONS).href)))) as Record<
    string,
    MigrationClass
  >[];
  return modules.flatMap((module) => Object.values(module));
}
