import { withClient } from '../platform/database/connect.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../platform/embedded-postgres/embedded-postgres.js';
import { postgresFolder } from './own-keys.js';
import { StartFault } from './start-fault.js';

export const EMBEDDED_DATABASE = 'throughline';

/** The PostgreSQL that comes with the programme. @throws StartFault in its own words */
export async function openEmbedded(folder: string): Promise<EmbeddedPostgres> {
  try {
    return await startEmbeddedPostgres({ folder: postgresFolder(folder) });
  } catch (cause) {
    throw new StartFault(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** Makes the database the first time. @param before runs only then, ahead of it */
export async function makeEmbeddedDatabase(postgres: EmbeddedPostgres, before?: () => void): Promise<void> {
  await withClient(postgres.url(), async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [EMBEDDED_DATABASE]);
    if (rowCount !== 0) return;
    before?.();
    await client.query(`CREATE DATABASE ${EMBEDDED_DATABASE}`);
  });
}
