import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { withClient } from '../../src/platform/database/connect.js';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.js';
import { openPlace, type Account } from '../../src/platform/embedded-postgres/place.js';
import { folderPort } from '../../src/platform/embedded-postgres/port.js';
import { temporary } from './temporary.js';

const run = promisify(execFile);

/** A PostgreSQL of a test's own, in a temporary folder, ended and removed by `remove`. */
export interface TestCluster {
  readonly folder: string;
  /** As its superuser. */
  url(database?: string): string;
  /** An empty database; its URL. */
  makeDatabase(name: string): Promise<string>;
  remove(): Promise<void>;
}

export interface EmbeddedCluster extends TestCluster {
  /** Killed with -9 in the middle of whatever it does, and started again under the same address. */
  crash(): Promise<void>;
}

export interface ClusterOptions {
  readonly durable?: boolean;
  readonly settings?: Readonly<Record<string, string>>;
}

export async function embeddedCluster(options: ClusterOptions = { durable: false }): Promise<EmbeddedCluster> {
  const folder = join(mkdtempSync(join(temporary(), 'throughline-cluster-')), 'postgres');
  let server = await startEmbeddedPostgres({ folder, ...options });
  const { port } = server;
  const crash = async () => {
    server.kill();
    server = await startEmbeddedPostgres({ folder, ...options });
    if (server.port !== port) throw new Error('PostgreSQL came back under another port.');
  };
  const remove = async () => {
    await server.stop();
    rmSync(join(folder, '..'), { recursive: true, force: true });
  };
  const url = (database?: string) => server.url(database);
  return { folder, url, makeDatabase: maker(url), crash, remove };
}

const FLOOR = '/usr/lib/postgresql/15/bin';

/** Whether this machine has the oldest PostgreSQL that fits. */
export const hasPostgres15 = existsSync(join(FLOOR, 'initdb'));

/** The system's PostgreSQL 15, started by hand: nothing of the system's own cluster is touched. */
export async function postgres15(): Promise<TestCluster> {
  const folder = mkdtempSync(join(temporary(), 'throughline-floor-'));
  const place = openPlace(join(folder, 'postgres'));
  const password = randomBytes(18).toString('base64url');
  const data = join(place.folder, 'data');
  writeFileSync(join(place.folder, 'password'), password);
  mkdirSync(data);
  handTo(place.account, folder, place.folder);
  const as = { cwd: place.folder, env: { LC_ALL: 'C' }, ...place.account };
  const choices = ['-D', data, '-U', 'postgres', '--pwfile=password', '-A', 'scram-sha-256', '-E', 'UTF8', '--no-sync'];
  await run(join(FLOOR, 'initdb'), choices, as);
  const port = await folderPort(place.folder);
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'];
  const server = spawn(join(FLOOR, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], {
    ...as,
    stdio: 'ignore',
  });
  const url = (database = 'postgres') => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
  await answering(url());
  const remove = async () => {
    await ended(server, 'SIGINT');
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder: place.folder, url, makeDatabase: maker(url), remove };
}

const maker = (url: (database?: string) => string) => async (name: string) => {
  await withClient(url('postgres'), (client) => client.query(`CREATE DATABASE ${name}`));
  return url(name);
};

function handTo(account: Account | undefined, ...folders: readonly string[]): void {
  if (!account) return;
  const paths = folders.flatMap((folder) => [folder, ...readdirSync(folder).map((name) => join(folder, name))]);
  for (const path of paths) chownSync(path, account.uid, account.gid);
}

async function answering(url: string): Promise<void> {
  for (let left = 100; ; left -= 1) {
    try {
      await withClient(url, (client) => client.query('SELECT 1'));
      return;
    } catch (fault) {
      if (left === 0) throw fault;
      await new Promise((wake) => setTimeout(wake, 50));
    }
  }
}

/** Waits until the process is gone. */
export async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const gone = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  child.kill(signal);
  return gone;
}
