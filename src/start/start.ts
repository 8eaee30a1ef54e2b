import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FirstAdministratorLink } from '../accounts/application/first-administrator-link.js';
import { beginDemo } from '../demo/demo-mark.js';
import { disableDemoAccounts } from '../demo/plant-demo.js';
import { readConfig, type Config, type DatabaseServer, type Environment } from '../platform/config/config.js';
import { roleUrl } from '../platform/database/roles.js';
import { EMBEDDED_DATABASE, makeEmbeddedDatabase, openEmbedded, prepareDatabase } from './open-database.js';
import { openDemo } from './open-demo.js';
import { INSTALLATION_FOLDER, withOwnKeys } from './own-keys.js';
import * as say from './say.js';
import { serve } from './serve.js';
import { StartFault } from './start-fault.js';
import type { Stops } from './stops.js';

/**
 * From an environment to a programme that serves. Everything it opens is handed to `stops`.
 *
 * @throws what `explain` turns into one plain message
 */
export function start(env: Environment, stops: Stops): Promise<void> {
  return env['DATABASE_URL']?.trim() ? startOnServer(readConfig(env), stops) : startOnOwn(env, stops);
}

/** On the PostgreSQL that comes along, with keys of its own and the demo. */
async function startOnOwn(env: Environment, stops: Stops): Promise<void> {
  const own = withOwnKeys(INSTALLATION_FOLDER, env);
  const config = readConfig(own.env);
  const server = await ownServer(stops);
  await prepareDatabase(server, config);
  const { app, url } = await serve(config, server, stops);
  const ownerUrl = roleUrl(server.directUrl, config.secret, 'owner');
  const demo = await openDemo({ app, ownerUrl, host: config.host }, stops);
  say.running(url);
  if (demo) say.demo(url, demo);
  await inviteFirst(app);
  if (own.madeMasterKey) say.keepMasterKey();
}

/** On the server that the environment names. */
async function startOnServer(config: Config, stops: Stops): Promise<void> {
  const { server } = config;
  if (!server) throw new StartFault('DATABASE_URL is not set.');
  await prepareDatabase(server, config);
  const disabled = await disableDemoAccounts(roleUrl(server.directUrl, config.secret, 'owner'));
  if (disabled > 0) say.demoDisabled(disabled);
  const { app, url } = await serve(config, server, stops);
  say.running(url);
  await inviteFirst(app);
}

/** Nobody is an administrator by default: whoever reads what the host prints becomes the first one. */
async function inviteFirst(app: NestFastifyApplication): Promise<void> {
  const link = await app.get(FirstAdministratorLink, { strict: false }).make();
  if (link) say.firstAdministrator(link.url, link.expiresAt);
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
