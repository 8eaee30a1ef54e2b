import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { progressTo } from '../src/backup/progress.js';
import { readConfig } from '../src/platform/config/config.js';
import { withClient } from '../src/platform/database/connect.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../src/platform/embedded-postgres/embedded-postgres.js';
import { prepareDatabase } from '../src/start/prepare-database.js';
import { postgresFolder, withOwnKeys } from '../src/start/own-keys.js';
import { generate, type Wanted } from './generate/generate.js';
import type { Ground } from './generate/ground.js';

const run = promisify(execFile);
const FOLDER = join('.throughline', 'bench');
/** Durable as it ships; only the memory is that of a machine that does nothing else. */
export const SETTINGS = { shared_buffers: '1GB', max_wal_size: '4GB', checkpoint_timeout: '15min' } as const;
/** While people are made, what a cut would cost is made again: nothing waits for the disk until it is whole. */
const GENERATING = {
  ...{ shared_buffers: '2GB', max_wal_size: '4GB', checkpoint_timeout: '1h', autovacuum: 'off' },
  ...{ fsync: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: '0' },
} as const;
/** A copy of up to so many clients takes seconds: then what a run writes is not there in the next one. */
const COPIED_UP_TO = 20_000;

/** Databases of invented people in a PostgreSQL of their own, kept from run to run. */
export class Grounds {
  private constructor(
    private postgres: EmbeddedPostgres,
    readonly secret: string,
    readonly masterKeys: string,
  ) {}

  static async open(): Promise<Grounds> {
    const { secret, masterKeys } = readConfig(withOwnKeys(FOLDER, {}).env);
    const postgres = await startEmbeddedPostgres({ folder: postgresFolder(FOLDER), settings: SETTINGS });
    return new Grounds(postgres, secret, masterKeys);
  }

  /** Its process id. */
  get postmaster(): number {
    return Number(readFileSync(join(postgresFolder(FOLDER), 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  /** As superuser, whom no policy binds. */
  url(database: string): string {
    return this.postgres.url(database);
  }

  ground(database: string): Ground {
    return { directUrl: this.url(database), secret: this.secret, masterKeys: this.masterKeys };
  }

  /** The database of this size under the schema of now; made if it is not there. */
  async ready(wanted: Wanted): Promise<string> {
    const size = `people_${wanted.clients}_${wanted.contacts}_${wanted.seed}_`;
    const name = `${size}${stamp()}`;
    if (await this.isWhole(name)) return name;
    const old = await this.ask<{ name: string }>(
      'SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)',
      [size],
    );
    for (const database of old) await this.drop(database.name);
    await this.restart(GENERATING);
    await this.ask(`CREATE DATABASE ${name}`);
    const ground = this.ground(name);
    const config = readConfig({ THROUGHLINE_SECRET: this.secret, MASTER_KEY: this.masterKeys });
    await prepareDatabase({ url: ground.directUrl, directUrl: ground.directUrl }, config);
    await generate(
      ground,
      wanted,
      progressTo((line) => console.log(`  ${line}`)),
    );
    await this.ask(`COMMENT ON DATABASE ${name} IS 'whole'`);
    await this.restart(SETTINGS);
    return name;
  }

  /** Whoever is connected is cut off. What it wrote without waiting for the disk is there before it starts again. */
  private async restart(settings: Readonly<Record<string, string>>): Promise<void> {
    await this.postgres.stop();
    await run('sync');
    this.postgres = await startEmbeddedPostgres({ folder: postgresFolder(FOLDER), settings });
  }

  /** A database that may be written to, as it was made; one for each who writes, where copies are to be had. */
  async forRun(wanted: Wanted, whose: 'ours' | 'bare'): Promise<string> {
    const name = await this.ready(wanted);
    if (wanted.clients > COPIED_UP_TO) return name;
    const copy = `run_${whose}_${name}`;
    await this.drop(copy);
    await this.ask(`CREATE DATABASE ${copy} TEMPLATE ${name} STRATEGY FILE_COPY`);
    await this.ask(`REVOKE ALL ON DATABASE ${copy} FROM PUBLIC;
      GRANT CONNECT ON DATABASE ${copy} TO throughline_owner, throughline_app, throughline_jobs, throughline_sealer`);
    await this.ask('CHECKPOINT');
    return copy;
  }

  async close(): Promise<void> {
    const copies = await this.ask<{ name: string }>(
      `SELECT datname AS name FROM pg_database WHERE starts_with(datname, 'run_')`,
    );
    for (const { name } of copies) await this.drop(name);
    await this.postgres.stop();
  }

  private drop(name: string): Promise<unknown> {
    return this.ask(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }

  private async isWhole(name: string): Promise<boolean> {
    const found = await this.ask<{ said: string | null }>(
      `SELECT shobj_description(oid, 'pg_database') AS said FROM pg_database WHERE datname = $1`,
      [name],
    );
    return found[0]?.said === 'whole';
  }

  private async ask<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return withClient(this.postgres.url(), async (client) => (await client.query(sql, [...values])).rows as Row[]);
  }
}

/** Of the schema and of whatever fills it. */
function stamp(): string {
  const hash = createHash('sha256');
  for (const folder of ['../migrations/', './generate/']) {
    const path = fileURLToPath(new URL(folder, import.meta.url));
    for (const name of readdirSync(path).sort()) hash.update(readFileSync(join(path, name)));
  }
  return hash.digest('hex').slice(0, 8);
}
