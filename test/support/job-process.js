import 'reflect-metadata';
import { BackgroundWork } from '../../dist/src/audit/background-work.js';
import { JobRunner } from '../../dist/src/platform/jobs/job-runner.js';
import { JobsDatabase } from '../../dist/src/platform/jobs/jobs-database.js';
import { RemindOfDueTasks } from '../../dist/src/tasks/application/remind-of-due-tasks.js';

/** A worker in a process of its own, so that a test can take it away as a power cut would. */
const [url, now] = process.argv.slice(2);
const database = new JobsDatabase(url);
await new JobRunner(database, [new RemindOfDueTasks(new BackgroundWork(database, { now }))]).start();
process.send?.('started');
