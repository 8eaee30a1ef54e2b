import { SealKeys } from '../audit/seal/seal-statement.js';
import { appDatabase } from '../platform/database/app-database.js';
import { roleUrl } from '../platform/database/roles.js';
import { Transactions } from '../platform/database/transaction.js';
import { HouseKeys, type SecretKey } from '../platform/sealing/house-keys.js';
import { MasterKeys } from '../platform/sealing/master-key.js';
import type { FoundDatabase } from './find-database.js';

export interface FoundSealKeys {
  /** The ones to sign with, the first one first. */
  readonly sign: readonly SecretKey[];
  readonly check: SealKeys;
}

/** The keys of the audit's seals, for a command beside the programme. */
export async function sealKeysOf({ config, server }: FoundDatabase): Promise<FoundSealKeys> {
  const url = roleUrl(server.directUrl, config.secret, 'app');
  const database = await appDatabase({ url, poolSize: 1, rows: [] }).initialize();
  try {
    const keys = new HouseKeys(new Transactions(database), new MasterKeys(config.masterKeys));
    const sign = await keys.secrets('audit-seal');
    return { sign, check: new SealKeys(sign, await keys.remainsOf('audit-seal-public')) };
  } finally {
    await database.destroy();
  }
}
