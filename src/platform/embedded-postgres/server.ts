import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, closeSync, existsSync, openSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { dataFolder, handOver, logFile, type Place } from './place.js';
import { dataArgument, spawnOptions } from './spawn-options.js';

/** Long enough for recovery after a crash. */
const START_MS = 60_000;
const STOP_MS = 30_000;
const PID_FILE_STATUS_LINE = 7;

export class StartFailed extends Error {
  constructor(
    place: Place,
    readonly log: string,
  ) {
    super(`PostgreSQL did not start in ${place.folder}. The end of ${logFile(place)}:\n${log}`);
  }

  get portTaken(): boolean {
    return this.log.includes('Address already in use');
  }
}

/** Starts the server and waits until it takes connections. */
export async function launch(place: Place, binaries: string, settings: readonly string[]): Promise<ChildProcess> {
  const server = start(place, binaries, settings);
  server.once('error', (error) => appendFileSync(logFile(place), `${error.message}\n`));
  for (let waited = 0; waited < START_MS; waited += 10) {
    await pause(10);
    if (isReady(place, server.pid)) return server;
    if (hasEnded(server)) break;
  }
  await stop(server);
  throw new StartFailed(place, lastLines(logFile(place)));
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
export async function stop(server: ChildProcess): Promise<void> {
  if (hasEnded(server)) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.ref();
  server.kill('SIGINT');
  const hurry = setTimeout(() => server.kill('SIGQUIT'), STOP_MS);
  await gone;
  clearTimeout(hurry);
}

function hasEnded(server: ChildProcess): boolean {
  return server.pid === undefined || server.exitCode !== null || server.signalCode !== null;
}

function start(place: Place, binaries: string, settings: readonly string[]): ChildProcess {
  const data = dataFolder(place);
  const log = openLog(place);
  const options = settings.flatMap((setting) => ['-c', setting]);
  try {
    const server = spawn(join(binaries, 'postgres'), ['-D', dataArgument(place, data), ...options], {
      ...spawnOptions(place, data),
      stdio: ['ignore', log, log],
      // Ctrl+C goes to the whole group of the terminal: the program must finish its work before the server stops.
      detached: true,
    });
    server.unref();
    return server;
  } finally {
    closeSync(log);
  }
}

/** One log a run, and the one before: enough to look at, and never growing for years. */
function openLog(place: Place): number {
  const file = logFile(place);
  if (existsSync(file)) renameSync(file, join(place.folder, 'server.previous.log'));
  const log = openSync(file, 'a', 0o600);
  handOver(place);
  return log;
}

function isReady(place: Place, pid: number | undefined): boolean {
  const file = join(dataFolder(place), 'postmaster.pid');
  if (pid === undefined || !existsSync(file)) return false;
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines[0] === String(pid) && lines[PID_FILE_STATUS_LINE]?.trim() === 'ready';
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-12).join('\n');
}
