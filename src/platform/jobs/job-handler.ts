import type { JobIds, JobTask } from './job-tasks.js';

/**
 * What does a task. A job runs at least once: after a crash it runs again, and two workers may both be at it, so what
 * it does must come out the same when it is done twice.
 */
export interface JobHandler<Task extends JobTask = JobTask> {
  readonly task: Task;
  /** Five fields of cron, in UTC: the queue also puts it in by itself. Only for a task that carries no ids. */
  readonly every?: string;
  run(ids: JobIds<Task>): Promise<void>;
}

/** The token under which every feature's handlers are provided, as one list. */
export const JOB_HANDLERS = 'job-handlers';
