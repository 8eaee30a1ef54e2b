import { runningEmbeddedPostgres } from '../platform/embedded-postgres/running.js';
import { readConfig, type Config, type DatabaseServer, type Environment } from '../platform/config/config.js';
import { EMBEDDED_DATABASE, makeEmbeddedDatabase, openEmbedded } from './embedded-database.js';
import { INSTALLATION_FOLDER, postgresFolder, withOwnKeys } from './own-keys.js';

export interface FoundDatabase {
  readonly config: Config;
  readonly server: DatabaseServer;
}

/**
 * The database of this installation for a command beside the programme: the one that the environment names, or the one
 * that comes along, whether the programme runs it now or this command has to start it for its own time.
 */
export async function withDatabase<T>(env: Environment, work: (found: FoundDatabase) => Promise<T>): Promise<T> {
  const config = readConfig(env['DATABASE_URL']?.trim() ? env : withOwnKeys(INSTALLATION_FOLDER, env).env);
  if (config.server) return work({ config, server: config.server });
  const running = runningEmbeddedPostgres(postgresFolder(INSTALLATION_FOLDER), EMBEDDED_DATABASE);
  if (running) return work({ config, server: { url: running, directUrl: running } });
  const postgres = await openEmbedded(INSTALLATION_FOLDER);
  try {
    await makeEmbeddedDatabase(postgres);
    const url = postgres.url(EMBEDDED_DATABASE);
    return await work({ config, server: { url, directUrl: url } });
  } finally {
    await postgres.stop();
  }
}
