import { EventEmitter } from 'node:events';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import {
  Logger as QueueLogger,
  parseCronItems,
  run,
  type Runner,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import type pg from 'pg';
import { backgroundPool } from '../database/background-pool.js';
import { sqlState } from '../database/transaction.js';
import { JOB_HANDLERS, type JobHandler } from './job-handler.js';
import { CONCURRENCY, JobsDatabase } from './jobs-database.js';
import { SignOfLife } from './sign-of-life.js';

/** Milliseconds: how long a stop waits for what runs. Shorter than the 25 seconds that the process itself is given. */
const GRACE = 20_000;
/** Milliseconds. New jobs announce themselves; this finds those whose announcement got lost, and those of later. */
const POLL = 1_000;

/** Runs the jobs in this process: beside the API or alone. Any number of processes may do so at once. */
@Injectable()
export class JobRunner implements BeforeApplicationShutdown {
  private readonly log = new Logger('jobs');
  private running: { readonly runner: Runner; readonly life: SignOfLife; readonly pool: pg.Pool } | undefined;

  constructor(
    private readonly database: JobsDatabase,
    @Inject(JOB_HANDLERS) private readonly handlers: readonly JobHandler[],
  ) {}

  async start(): Promise<void> {
    if (this.running) return;
    await this.database.open();
    const life = new SignOfLife(this.database.url);
    await life.start();
    const events = new EventEmitter() as WorkerEvents;
    events.on('pool:create', ({ workerPool }) => life.claim(workerPool.id));
    const pool = backgroundPool({ connectionString: this.database.url, max: CONCURRENCY + 2 });
    const runner = await run({
      pgPool: pool,
      concurrency: CONCURRENCY,
      pollInterval: POLL,
      noHandleSignals: true,
      logger: new QueueLogger(() => this.tell.bind(this)),
      events,
      taskList: this.taskList(),
      parsedCronItems: parseCronItems(this.clockWork()),
      // Batched, even if only of one: the queue waits for a batch before it stops, and for a single answer it does not.
      preset: { worker: { gracefulShutdownAbortTimeout: GRACE, completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    });
    this.running = { runner, life, pool };
  }

  /** Takes no new job, and waits for those at work. */
  async stop(): Promise<void> {
    const { runner, life, pool } = this.running ?? {};
    this.running = undefined;
    await runner?.stop();
    await pool?.end();
    await life?.stop();
    await this.database.close();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  private taskList(): TaskList {
    return Object.fromEntries(
      this.handlers.map((handler) => [
        handler.task,
        (ids: unknown) => handler.run(ids as never).catch((fault: unknown) => Promise.reject(this.withoutWords(fault))),
      ]),
    );
  }

  private clockWork() {
    return this.handlers.flatMap(({ task, every }) =>
      every === undefined
        ? []
        : [{ task, match: every, options: { backfillPeriod: 0, jobKey: task }, identifier: task }],
    );
  }

  /** The queue keeps the message of what went wrong, and a database's message may quote a value. */
  private withoutWords(fault: unknown): Error {
    const { name, stack = '' } = fault instanceof Error ? fault : new Error();
    const where =
      stack
        .split('\n')
        .find((line) => /^\s+at /.test(line))
        ?.trim() ?? '';
    return new Error([name, sqlState(fault) ?? '', where].filter((part) => part !== '').join(' '));
  }

  private tell(level: string, message: string): void {
    if (level === 'error') this.log.error(message);
    else if (level === 'warning') this.log.warn(message);
  }
}
