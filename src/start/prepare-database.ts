import type { Config, DatabaseServer } from '../platform/config/config.js';
import { assertServingRole, assertVersion } from '../platform/database/assert-serving.js';
import { withClient } from '../platform/database/connect.js';
import { migrate } from '../platform/database/migrate.js';
import { provision } from '../platform/database/provision.js';
import { roleUrl } from '../platform/database/roles.js';
import { MasterKeys } from '../platform/sealing/master-key.js';
import { MASTER_KEYS_NEEDED } from '../platform/sealing/master-keys-needed.js';
import { StartFault } from './start-fault.js';

/** Roles, schema, and the proofs that nobody serves past row-level security and that no master key is missing. */
export async function prepareDatabase(server: DatabaseServer, config: Config): Promise<void> {
  const { directUrl, url } = server;
  const { secret } = config;
  await withClient(directUrl, assertVersion);
  await provision({ directUrl, secret, passwords: config.server ? 'keep' : 'replace' });
  await migrate({ directUrl, secret });
  await withClient(roleUrl(url, secret, 'app'), assertServingRole);
  await assertMasterKeysThere(roleUrl(directUrl, secret, 'owner'), new MasterKeys(config.masterKeys));
}

/** Otherwise a master key that was taken away too early would show itself at somebody's record. */
async function assertMasterKeysThere(ownerUrl: string, keys: MasterKeys): Promise<void> {
  const { rows } = await withClient(ownerUrl, (owner) => owner.query<{ id: string }>(MASTER_KEYS_NEEDED));
  const missing = rows.map(({ id }) => id).filter((id) => !keys.has(id));
  if (missing.length === 0) return;
  throw new StartFault(
    `The master key does not fit this database: keys in it are wrapped by the master key ${missing.join(', ')}, which is ` +
      'not here. Put it back into MASTER_KEY or MASTER_KEY_FILE, below the current one, and start again. To do without it, ' +
      'run `npm run keys -- rotate master` first.',
  );
}
