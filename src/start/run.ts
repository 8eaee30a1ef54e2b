import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Sealer } from '../audit/seal/sealer.js';
import { FirstAdministratorLink } from '../accounts/application/first-administrator-link.js';
import { disableDemoAccounts } from '../demo/plant-workers.js';
import type { Config, DatabaseServer } from '../platform/config/config.js';
import { roleUrl } from '../platform/database/roles.js';
import { openDemo } from './open-demo.js';
import { prepareDatabase } from './prepare-database.js';
import * as say from './say.js';
import { serve } from './serve.js';
import type { Stops } from './stops.js';

/** On the PostgreSQL that comes along, with the demo. */
export async function runOnOwn(config: Config, server: DatabaseServer, stops: Stops): Promise<void> {
  await prepareDatabase(server, config);
  const { app, url } = await serve(config, server, stops);
  const [appUrl, ownerUrl] = [
    roleUrl(server.url, config.secret, 'app'),
    roleUrl(server.directUrl, config.secret, 'owner'),
  ];
  const demo = await openDemo({ app, appUrl, ownerUrl, host: config.host }, stops);
  // Not before: what the demo tells happened before it was planted.
  if (config.backgroundWork) app.get(Sealer).start();
  say.running(url);
  if (demo) say.demo(url, demo);
  await inviteFirst(app);
}

/** On the server that the environment names. */
export async function runOnGiven(config: Config, server: DatabaseServer, stops: Stops): Promise<void> {
  await prepareDatabase(server, config);
  const disabled = await disableDemoAccounts(roleUrl(server.directUrl, config.secret, 'owner'));
  if (disabled > 0) say.demoDisabled(disabled);
  const { app, url } = await serve(config, server, stops);
  if (config.backgroundWork) app.get(Sealer).start();
  say.running(url);
  await inviteFirst(app);
}

/** Nobody is an administrator by default: whoever reads what the host prints becomes the first one. */
async function inviteFirst(app: NestFastifyApplication): Promise<void> {
  const link = await app.get(FirstAdministratorLink, { strict: false }).make();
  if (link) say.firstAdministrator(link.url, link.expiresAt);
}
