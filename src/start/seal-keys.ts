import { appDatabase } from '../platform/database/app-database.js';
import { roleUrl } from '../platform/database/roles.js';
import { Transactions } from '../platform/database/transaction.js';
import { HouseKeys, type SecretKey } from '../platform/sealing/house-keys.js';
import { MasterKeys } from '../platform/sealing/master-key.js';
import type { FoundDatabase } from './find-database.js';

/** The keys that seals are signed with, newest first, for a command beside the programme. */
export async function sealKeysOf({ config, server }: FoundDatabase): Promise<readonly SecretKey[]> {
  const url = roleUrl(server.directUrl, config.secret, 'app');
  const database = await appDatabase({ url, poolSize: 1, rows: [] }).initialize();
  try {
    return await new HouseKeys(new Transactions(database), new MasterKeys(config.masterKeys)).secrets('audit-seal');
  } finally {
    await database.destroy();
  }
}
