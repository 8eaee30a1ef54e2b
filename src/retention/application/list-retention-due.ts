import { Injectable } from '@nestjs/common';
import { BackgroundWork } from '../../audit/background-work.js';
import type { JobHandler } from '../../platform/jobs/job-handler.js';
import { LIST_DUE } from '../persistence/retention.store.js';

/** Once a night. It lists, and nothing is erased before two people said so. */
@Injectable()
export class ListRetentionDue implements JobHandler<'list-retention-due'> {
  readonly task = 'list-retention-due';
  readonly every = '40 9 * * *';

  constructor(private readonly work: BackgroundWork) {}

  run(): Promise<void> {
    return this.work.run(async (tx) => {
      await tx.query(LIST_DUE);
    });
  }
}
