import { Injectable } from '@nestjs/common';
import { BackgroundWork } from '../../audit/background-work.js';
import type { JobHandler } from '../../platform/jobs/job-handler.js';
import type { JobIds } from '../../platform/jobs/job-tasks.js';
import { TELL_OF_ORPHANED } from '../persistence/tasks-in-background.sql.js';

/** Somebody left: the tables themselves put this into the queue, so no way of leaving can forget it. */
@Injectable()
export class TellOfOrphanedTasks implements JobHandler<'tell-of-orphaned-tasks'> {
  readonly task = 'tell-of-orphaned-tasks';

  constructor(private readonly work: BackgroundWork) {}

  run({ membershipId }: JobIds<'tell-of-orphaned-tasks'>): Promise<void> {
    return this.work.run(async (tx) => {
      await tx.query(TELL_OF_ORPHANED, [membershipId]);
    });
  }
}
