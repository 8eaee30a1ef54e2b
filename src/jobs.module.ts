import { Module, type DynamicModule } from '@nestjs/common';
import { PurgeSessions } from './accounts/application/purge-sessions.js';
import { BackgroundWork } from './audit/background-work.js';
import { PurgeReceipts } from './audit/purge-receipts.js';
import { PurgeHandLinks } from './client-hands/application/purge-hand-links.js';
import { JOB_HANDLERS, type JobHandler } from './platform/jobs/job-handler.js';
import { JobRunner } from './platform/jobs/job-runner.js';
import { Jobs } from './platform/jobs/jobs.js';
import { JOBS_URL, JobsDatabase } from './platform/jobs/jobs-database.js';
import { EndSharingByTime } from './referrals/application/end-sharing-by-time.js';
import { ListRetentionDue } from './retention/application/list-retention-due.js';
import { RemindOfDueTasks } from './tasks/application/remind-of-due-tasks.js';
import { TellOfOrphanedTasks } from './tasks/application/tell-of-orphaned-tasks.js';

/** What is done in the background, every feature's in one list. */
const HANDLERS = [
  RemindOfDueTasks,
  TellOfOrphanedTasks,
  EndSharingByTime,
  PurgeReceipts,
  PurgeSessions,
  PurgeHandLinks,
  ListRetentionDue,
] as const;

/** Runs nothing by itself: whoever starts the programme asks for `JobRunner` and starts it. */
@Module({})
export class JobsModule {
  /** @param url as role `jobs`, straight to the server; nothing where this process runs no jobs */
  static with(url: string | undefined): DynamicModule {
    return {
      module: JobsModule,
      global: true,
      providers: [
        { provide: JOBS_URL, useValue: url },
        { provide: JOB_HANDLERS, useFactory: (...handlers: JobHandler[]) => handlers, inject: [...HANDLERS] },
        ...HANDLERS,
        JobsDatabase,
        BackgroundWork,
        JobRunner,
        Jobs,
      ],
      exports: [JobRunner, Jobs],
    };
  }
}
