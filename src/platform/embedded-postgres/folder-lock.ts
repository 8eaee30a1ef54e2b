import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export interface FolderLock {
  release(): void;
}

const SQLITE_BUSY = 5;

/**
 * One program a folder. Node has no file lock of its own, but brings SQLite, whose lock the kernel takes away when the
 * process dies, however it dies: there is no stale lock to heal and no process id to mistake. Undefined when another holds it.
 */
export function lockFolder(folder: string): FolderLock | undefined {
  const database = new DatabaseSync(join(folder, 'lock'), { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return undefined;
    throw error;
  }
  writeFileSync(join(folder, 'program.pid'), `${process.pid}\n`);
  return {
    release() {
      if (database.isOpen) database.close();
    },
  };
}

/** For the words to the second one: the lock itself does not tell. */
export function lockHolder(folder: string): string {
  const file = join(folder, 'program.pid');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : 'unknown';
}
