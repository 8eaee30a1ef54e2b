import type { ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { findBinaries } from './binaries.js';
import { createCluster } from './cluster.js';
import { type FolderLock, lockFolder, lockHolder } from './folder-lock.js';
import { stopLeftovers } from './leftovers.js';
import { dataFolder, openPlace, password, type Place } from './place.js';
import { folderPort } from './port.js';
import { launch, StartFailed, stop } from './server.js';
import { type ServerChoices, serverSettings } from './server-settings.js';

export interface EmbeddedPostgres {
  readonly port: number;
  /** The connection string of the superuser `postgres`. */
  url(database?: string): string;
  /** Rolls back open transactions, writes everything out and waits until the server has ended. */
  stop(): Promise<void>;
  /** Ends the server in the middle of whatever it does: for fault tests. */
  kill(): void;
  /** When it has ended, asked or not. */
  readonly ended: Promise<void>;
}

export interface EmbeddedPostgresOptions extends ServerChoices {
  /** For the server alone: data, password, port and log live in it. */
  readonly folder: string;
}

const PORT_ATTEMPTS = 3;

/**
 * Starts the PostgreSQL that comes with the program, on 127.0.0.1 alone. Throws an Error that names the mend when the folder
 * is in use or the server does not come up.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const place = openPlace(resolve(options.folder));
  const lock = lockFolder(place.folder);
  if (!lock) throw alreadyRunning(place);
  try {
    const secret = password(place);
    const binaries = await findBinaries(place.account);
    await stopLeftovers(dataFolder(place));
    await createCluster(place, binaries, options.durable ?? true);
    const { server, port } = await launchOnFreePort(place, binaries, options);
    return { port, url: (database = 'postgres') => address(port, secret, database), ...ending(server, lock) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function launchOnFreePort(place: Place, binaries: string, options: EmbeddedPostgresOptions) {
  for (let attempt = 1; ; attempt += 1) {
    const port = await folderPort(place.folder);
    try {
      return { port, server: await launch(place, binaries, serverSettings(port, options)) };
    } catch (error) {
      // Somebody took the port between the look and the start.
      if (attempt === PORT_ATTEMPTS || !(error instanceof StartFailed && error.portTaken)) throw error;
    }
  }
}

function address(port: number, secret: string, database: string): string {
  return `postgresql://postgres:${secret}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}

function ending(server: ChildProcess, lock: FolderLock): Pick<EmbeddedPostgres, 'stop' | 'kill' | 'ended'> {
  const withProgram = () => server.kill('SIGINT');
  process.once('exit', withProgram);
  server.once('exit', () => {
    process.off('exit', withProgram);
    lock.release();
  });
  return {
    ended: new Promise((resolve) => server.once('exit', () => resolve())),
    stop: () => stop(server),
    kill() {
      server.kill('SIGKILL');
      lock.release();
    },
  };
}

function alreadyRunning(place: Place): Error {
  return new Error(
    `Throughline already runs with the database in ${place.folder} (process ${lockHolder(place.folder)}). ` +
      'Stop that one first (Ctrl+C there), or set DATABASE_URL to give this one a database of its own.',
  );
}
