import type { Config, DatabaseServer } from '../platform/config/config.js';
import { assertServingRole, assertVersion } from '../platform/database/assert-serving.js';
import { withClient } from '../platform/database/connect.js';
import { migrate } from '../platform/database/migrate.js';
import { provision } from '../platform/database/provision.js';
import { roleUrl } from '../platform/database/roles.js';

/** Roles, schema, and the proof that nobody serves past row-level security. */
export async function prepareDatabase(server: DatabaseServer, config: Config): Promise<void> {
  const { directUrl, url } = server;
  const { secret } = config;
  await withClient(directUrl, assertVersion);
  await provision({ directUrl, secret, passwords: config.server ? 'keep' : 'replace' });
  await migrate({ directUrl, secret });
  await withClient(roleUrl(url, secret, 'app'), assertServingRole);
}
