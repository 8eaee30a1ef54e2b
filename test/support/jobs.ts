import { BackgroundWork } from '../../src/audit/background-work.js';
import type { JobHandler } from '../../src/platform/jobs/job-handler.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { JobsDatabase } from '../../src/platform/jobs/jobs-database.js';
import { RemindOfDueTasks } from '../../src/tasks/application/remind-of-due-tasks.js';
import type { World } from './world.js';

/** Another process's worth of a runner: connections, unit of work and handlers of its own. */
export function runnerOf(
  world: World,
  handlers: (work: BackgroundWork) => readonly JobHandler[] = reminding,
): JobRunner {
  const database = new JobsDatabase(world.db.urlAs('jobs'));
  return new JobRunner(database, handlers(new BackgroundWork(database, { now: world.now })));
}

const reminding = (work: BackgroundWork): readonly JobHandler[] => [new RemindOfDueTasks(work)];

export const jobsLeft = async (world: World): Promise<number> =>
  world.db.as('jobs', async (client) => {
    const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM graphile_worker._private_jobs');
    return rows[0]?.n ?? -1;
  });
