import { mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
const NAME = 'throughline-test-';
const ROOM = 3 * 1024 ** 3;

/**
 * A folder in memory for the databases of this run, where the machine has room there: a clone of the template is some
 * 1,400 files, which take 30 ms of a processor in memory and 350 on a disk.
 */
export function roomInMemory() {
  if (!hasRoom()) return undefined;
  removeLeftovers();
  const folder = join(MEMORY, `${NAME}${process.pid}`);
  mkdirSync(folder, { mode: 0o755 });
  return folder;
}

function hasRoom() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM;
  } catch {
    return false;
  }
}

/** A run that was killed could not clean up. */
function removeLeftovers() {
  for (const name of readdirSync(MEMORY).filter((each) => each.startsWith(NAME))) {
    if (!isAlive(Number(name.slice(NAME.length)))) rmSync(join(MEMORY, name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (fault) {
    return fault.code === 'EPERM';
  }
}
