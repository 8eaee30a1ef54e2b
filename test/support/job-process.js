import 'reflect-metadata';
import { BackgroundWork } from '../../dist/src/audit/background-work.js';
import { JobRunner } from '../../dist/src/platform/jobs/job-runner.js';
import { JobsDatabase } from '../../dist/src/platform/jobs/jobs-database.js';
import { RemindOfDueTasks } from '../../dist/src/tasks/application/remind-of-due-tasks.js';

/** A worker in a process of its own, so that a test can take it away as a power cut would. */
const [url, now] = process.argv.slice(2);
const database = new JobsDatabase(url);
const reminding = new RemindOfDueTasks(new BackgroundWork(database, { now }));
// Without its clock: a minute that turns would put a second job beside the one that the test holds.
await new JobRunner(database, [{ task: reminding.task, run: () => reminding.run() }]).start();
process.send?.('started');
