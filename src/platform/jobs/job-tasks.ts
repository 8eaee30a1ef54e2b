import type { Id } from '../../kernel/ids.js';

/** Every background task and the ids that it carries. What is not on this page cannot be put into the queue. */
export const JOB_TASKS = {
  'remind-of-due-tasks': [],
  'tell-of-orphaned-tasks': ['membershipId'],
  'end-sharing-by-time': [],
  'purge-receipts': [],
  'purge-sessions': [],
  'purge-hand-links': [],
  'list-retention-due': [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type JobTask = keyof typeof JOB_TASKS;

export type JobIds<Task extends JobTask> = Readonly<Record<(typeof JOB_TASKS)[Task][number], Id>>;
