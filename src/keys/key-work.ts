import type { Progress } from '../backup/progress.js';
import type { Transactions } from '../platform/database/transaction.js';
import type { MasterKeys } from '../platform/sealing/master-key.js';

/** What every exchange of keys works with. */
export interface KeyWork {
  /** As role `owner`, straight to the server. */
  readonly owner: Transactions;
  readonly masterKeys: MasterKeys;
  readonly progress: Progress;
  /** People in one step. */
  readonly batch: number;
}

export const BATCH = 200;
