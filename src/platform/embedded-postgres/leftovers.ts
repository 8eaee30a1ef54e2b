import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { platform } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const POLITE_MS = 10_000;
const LAST_MS = 5_000;

/**
 * Stops what a killed program left running in this data folder and removes the stale pid file. Only for who holds the
 * folder's lock: then a server in it has no owner.
 */
export async function stopLeftovers(data: string): Promise<void> {
  const main = postmasterPid(data);
  if (main !== undefined && serversIn(data).includes(main)) {
    signal(main, 'SIGINT');
    await untilGone(data, POLITE_MS);
  }
  for (const pid of serversIn(data)) signal(pid, 'SIGKILL');
  if (!(await untilGone(data, LAST_MS))) {
    throw new Error(
      `PostgreSQL (process ${serversIn(data).join(', ')}) still runs in ${data}. Stop it and start again.`,
    );
  }
  rmSync(join(data, 'postmaster.pid'), { force: true });
}

/** The first line of the pid file; the process may be long gone, or be another one by now. */
function postmasterPid(data: string): number | undefined {
  const file = join(data, 'postmaster.pid');
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : NaN;
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

function serversIn(data: string): number[] {
  if (!existsSync(data)) return [];
  return platform() === 'linux' ? linuxServersIn(realpathSync(data)) : namedServer(data);
}

/** Every PostgreSQL process, backends too, has its data folder as working directory. */
function linuxServersIn(data: string): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => linkOf(`/proc/${pid}/cwd`) === data && isPostgres(`/proc/${pid}/exe`)).map(Number);
}

/** After a new "npm ci" the link of a running server ends in " (deleted)". */
function isPostgres(link: string): boolean {
  return basename(linkOf(link) ?? '').split(' ')[0] === 'postgres';
}

function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    // The process has ended, or is another user's: either way not ours to stop.
    return undefined;
  }
}

/** Where there is no /proc: the process of the pid file, if it is a PostgreSQL. */
function namedServer(data: string): number[] {
  const pid = postmasterPid(data);
  if (pid === undefined) return [];
  try {
    const name = execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' });
    return basename(name.trim()) === 'postgres' ? [pid] : [];
  } catch {
    // `ps` fails when there is no such process.
    return [];
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    // It may have ended since the look.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function untilGone(data: string, patience: number): Promise<boolean> {
  for (let waited = 0; waited < patience; waited += 20) {
    if (serversIn(data).length === 0) return true;
    await pause(20);
  }
  return false;
}
