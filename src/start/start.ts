import { beginDemo } from '../demo/demo-mark.js';
import { readConfig, type DatabaseServer, type Environment } from '../platform/config/config.js';
import { EMBEDDED_DATABASE, makeEmbeddedDatabase, openEmbedded } from './embedded-database.js';
import { INSTALLATION_FOLDER, withOwnKeys } from './own-keys.js';
import * as say from './say.js';
import type { Stops } from './stops.js';

/**
 * From an environment to a programme that serves. Everything it opens is handed to `stops`.
 *
 * @throws what `explain` turns into one plain message
 */
export async function start(env: Environment, stops: Stops): Promise<void> {
  const own = env['DATABASE_URL']?.trim() ? undefined : withOwnKeys(INSTALLATION_FOLDER, env);
  const config = readConfig(own?.env ?? env);
  const opening = config.server ?? ownServer(stops);
  // The programme's modules are read while PostgreSQL comes up beside them: together they are most of a start.
  const [server, { runOnGiven, runOnOwn }] = await Promise.all([opening, import('./run.js')]);
  if (!own) return runOnGiven(config, server, stops);
  await runOnOwn(config, server, stops);
  if (own.madeMasterKey) say.keepMasterKey();
}

async function ownServer(stops: Stops): Promise<DatabaseServer> {
  const postgres = await openEmbedded(INSTALLATION_FOLDER);
  let asked = false;
  stops.add(() => {
    asked = true;
    return postgres.stop();
  });
  void postgres.ended.then(() => {
    if (asked) return;
    say.databaseEnded();
    void stops.all().then(() => process.exit(1));
  });
  await makeEmbeddedDatabase(postgres, () => beginDemo(INSTALLATION_FOLDER));
  const url = postgres.url(EMBEDDED_DATABASE);
  return { url, directUrl: url };
}
