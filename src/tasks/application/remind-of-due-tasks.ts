import { Injectable } from '@nestjs/common';
import { BackgroundWork } from '../../audit/background-work.js';
import type { JobHandler } from '../../platform/jobs/job-handler.js';
import { taskReminded, type AboutTask } from '../domain/task.events.js';
import { REMIND } from '../persistence/tasks-in-background.sql.js';

/** In one transaction; the rest waits for the next one, which follows at once. */
const AT_ONCE = 200;

/** One notice for each time that a task asks for attention: when it falls due, and when it comes back. */
@Injectable()
export class RemindOfDueTasks implements JobHandler<'remind-of-due-tasks'> {
  readonly task = 'remind-of-due-tasks';
  readonly every = '* * * * *';

  constructor(private readonly work: BackgroundWork) {}

  async run(): Promise<void> {
    while ((await this.some()) === AT_ONCE);
  }

  private some(): Promise<number> {
    return this.work.run(async (tx) => {
      const told = await tx.query<AboutTask>(REMIND, [AT_ONCE]);
      tx.record(...told.map(taskReminded));
      return told.length;
    });
  }
}
