import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lockFolder } from './folder-lock.js';
import { dataFolder, openPlace, password } from './place.js';

/** The superuser's address of the server that another program runs in this folder now; nothing when none does. */
export function runningEmbeddedPostgres(folder: string, database: string): string | undefined {
  const path = resolve(folder);
  if (!existsSync(join(path, 'port'))) return undefined;
  const place = openPlace(path);
  if (!existsSync(dataFolder(place))) return undefined;
  const lock = lockFolder(place.folder);
  if (lock) {
    lock.release();
    return undefined;
  }
  const port = readFileSync(join(place.folder, 'port'), 'utf8').trim();
  return `postgresql://postgres:${password(place)}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}
