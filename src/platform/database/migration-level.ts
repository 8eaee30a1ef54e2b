import { readdir } from 'node:fs/promises';

/** `.ts` under the tests, `.js` when built: the same folder beside `src` in both. */
export const MIGRATIONS = new URL('../../../migrations/', import.meta.url);

export const migrationFiles = async (): Promise<readonly string[]> =>
  (await readdir(MIGRATIONS)).filter((file) => /^\d+-.*\.(js|ts)$/.test(file)).sort();

/** The time stamp in the name of the newest migration that this programme brings. */
export const newestMigration = async (): Promise<number> => Number((await migrationFiles()).at(-1)?.split('-')[0] ?? 0);
