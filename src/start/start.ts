import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../app.js';
import { readConfig, type Config, type DatabaseServer, type Environment } from '../platform/config/config.js';
import { appDatabase } from '../platform/database/app-database.js';
import { roleUrl } from '../platform/database/roles.js';
import { HouseKeys } from '../platform/sealing/house-keys.js';
import { MasterKeys } from '../platform/sealing/master-key.js';
import { ROWS } from '../rows.js';
import { EMBEDDED_DATABASE, makeEmbeddedDatabase, openEmbedded, prepareDatabase } from './open-database.js';
import { INSTALLATION_FOLDER, withOwnKeys } from './own-keys.js';
import * as say from './say.js';
import { settlePort } from './settle-port.js';
import { StartFault } from './start-fault.js';
import type { Stops } from './stops.js';

/**
 * From an environment to a programme that serves. Everything it opens is handed to `stops`.
 *
 * @throws what `explain` turns into one plain message
 */
export async function start(env: Environment, stops: Stops): Promise<void> {
  const own = env['DATABASE_URL']?.trim() ? undefined : withOwnKeys(INSTALLATION_FOLDER, env);
  const config = readConfig(own?.env ?? env);
  const server = config.server ?? (await ownServer(stops));
  await prepareDatabase(server, config);
  const app = await serve(config, server, stops);
  say.running(addressOf(app));
  if (own?.madeMasterKey) say.keepMasterKey();
}

async function ownServer(stops: Stops): Promise<DatabaseServer> {
  const postgres = await openEmbedded(INSTALLATION_FOLDER);
  stops.add(() => postgres.stop());
  await makeEmbeddedDatabase(postgres);
  const url = postgres.url(EMBEDDED_DATABASE);
  return { url, directUrl: url };
}

async function serve(config: Config, server: DatabaseServer, stops: Stops): Promise<NestFastifyApplication> {
  const url = roleUrl(server.url, config.secret, 'app');
  const { poolSize, preparedStatements } = config;
  const database = await appDatabase({ url, poolSize, preparedStatements, rows: ROWS }).initialize();
  stops.add(() => database.destroy());
  const masterKeys = new MasterKeys(config.masterKeys);
  const app = await createApp({ database, masterKeys, clock: { now: undefined } });
  stops.add(() => app.close());
  await app.init();
  await assertMasterKeyOpens(app);
  const heals = config.server === undefined;
  const port = await settlePort({ name: 'PORT', port: config.port, host: config.host, heals });
  await app.listen(port, config.host);
  if (config.port.number !== port) say.otherPort(config.port.number, port);
  return app;
}

/** Otherwise a wrong master key would show itself only at somebody's sign-in. */
async function assertMasterKeyOpens(app: NestFastifyApplication): Promise<void> {
  const keys = app.get(HouseKeys);
  try {
    await Promise.all([keys.signing(), keys.secrets('search'), keys.secrets('receipt')]);
  } catch (cause) {
    throw new StartFault(`The master key does not fit this database. ${(cause as Error).message}`, { cause });
  }
}

function addressOf(app: NestFastifyApplication): string {
  const address = app.getHttpServer().address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
