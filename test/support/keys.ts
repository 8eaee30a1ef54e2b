import type { Progress } from '../../src/backup/progress.js';
import { IndexAnew } from '../../src/clients/application/index-anew.js';
import type { SearchWork } from '../../src/keys/exchange-search-key.js';
import { appDatabase } from '../../src/platform/database/app-database.js';
import { Transactions } from '../../src/platform/database/transaction.js';
import { HouseKeys } from '../../src/platform/sealing/house-keys.js';
import { MasterKeys } from '../../src/platform/sealing/master-key.js';
import { Words } from '../../src/platform/sealing/words.js';
import { IndexCallersAnew } from '../../src/response-line/application/index-callers-anew.js';
import type { World } from './world.js';

export interface KeyRoom {
  readonly work: SearchWork;
  close(): Promise<void>;
}

const SILENT: Progress = { step: () => undefined, within: () => undefined };

/** What the host's command works with, on the database of this world, in small steps and without waiting a minute. */
export async function keyRoom(world: World, more: Partial<SearchWork> = {}): Promise<KeyRoom> {
  const owner = await appDatabase({ url: world.db.urlAs('owner'), poolSize: 2, rows: [] }).initialize();
  const { app } = world;
  const work = {
    owner: new Transactions(owner),
    masterKeys: app.get(MasterKeys),
    houseKeys: app.get(HouseKeys),
    words: app.get(Words),
    indexAnew: app.get(IndexAnew, { strict: false }),
    indexCallersAnew: app.get(IndexCallersAnew, { strict: false }),
    progress: SILENT,
    batch: 3,
    settle: 0,
    ...more,
  };
  return { work, close: () => owner.destroy() };
}

/** Breaks off after some steps as if the process had died: at what it says while it goes on. */
export function dyingAfter(steps: number): Progress {
  let left = steps;
  const say = () => {
    if (left-- === 0) throw new Error('killed');
  };
  return { step: () => undefined, within: say };
}
