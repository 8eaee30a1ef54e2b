import { createApp } from '../app.js';
import { IndexAnew } from '../clients/application/index-anew.js';
import { appDatabase } from '../platform/database/app-database.js';
import { withClient } from '../platform/database/connect.js';
import { roleUrl } from '../platform/database/roles.js';
import { Transactions } from '../platform/database/transaction.js';
import { HouseKeys } from '../platform/sealing/house-keys.js';
import { MasterKeys } from '../platform/sealing/master-key.js';
import { Words } from '../platform/sealing/words.js';
import { IndexCallersAnew } from '../response-line/application/index-callers-anew.js';
import { ROWS } from '../rows.js';
import { prepareDatabase } from '../start/prepare-database.js';
import type { FoundDatabase } from '../start/find-database.js';
import { StartFault } from '../start/start-fault.js';

export interface Keys {
  readonly owner: Transactions;
  readonly masterKeys: MasterKeys;
  readonly houseKeys: HouseKeys;
  readonly words: Words;
  readonly indexAnew: IndexAnew;
  readonly indexCallersAnew: IndexCallersAnew;
}

const LOCK = 7_201_003;

/**
 * Opens what the key commands work with: the tables as their owner, the house keys as the application. One of them at a
 * time: a lock that goes with the process.
 */
export async function withKeys<T>({ config, server }: FoundDatabase, work: (keys: Keys) => Promise<T>): Promise<T> {
  await prepareDatabase(server, config);
  const masterKeys = new MasterKeys(config.masterKeys);
  const ownerUrl = roleUrl(server.directUrl, config.secret, 'owner');
  const appUrl = roleUrl(server.directUrl, config.secret, 'app');
  return withClient(ownerUrl, async (lock) => {
    const { rows } = await lock.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [LOCK]);
    if (!rows[0]?.mine) throw new StartFault('Another command is at work on the keys. Wait for it, then look again.');
    const owner = await appDatabase({ url: ownerUrl, poolSize: 2, rows: [] }).initialize();
    const database = await appDatabase({ url: appUrl, poolSize: 2, rows: ROWS }).initialize();
    const app = await createApp({ database, masterKeys, clock: { now: undefined } });
    try {
      await app.init();
      const of = { houseKeys: app.get(HouseKeys), words: app.get(Words) };
      return await work({
        ...of,
        owner: new Transactions(owner),
        masterKeys,
        indexAnew: app.get(IndexAnew, { strict: false }),
        indexCallersAnew: app.get(IndexCallersAnew, { strict: false }),
      });
    } finally {
      await app.close();
      await Promise.all([owner.destroy(), database.destroy()]);
    }
  });
}
