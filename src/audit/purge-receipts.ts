import { Injectable } from '@nestjs/common';
import type { JobHandler } from '../platform/jobs/job-handler.js';
import { BackgroundWork } from './background-work.js';
import { PURGE_RECEIPTS } from './receipts.js';
import { PURGE_LIMITS } from '../platform/limits/exact-limits.js';

/** What nobody asks for any more: receipts past their days, and limits whose window is over. */
@Injectable()
export class PurgeReceipts implements JobHandler<'purge-receipts'> {
  readonly task = 'purge-receipts';
  readonly every = '17 * * * *';

  constructor(private readonly work: BackgroundWork) {}

  run(): Promise<void> {
    return this.work.run(async (tx) => {
      await tx.query(PURGE_RECEIPTS);
      await tx.query(PURGE_LIMITS);
    });
  }
}
