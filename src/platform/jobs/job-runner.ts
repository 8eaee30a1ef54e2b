import { EventEmitter } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
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
/** Milliseconds, at most, between two tries to begin the queue again: longer from one to the next. */
const PATIENCE = 30_000;

interface Running {
  readonly life: SignOfLife;
  readonly pool: pg.Pool;
  readonly ending: AbortController;
  queue: Runner;
}

/** Runs the jobs in this process: beside the API or alone. Any number of processes may do so at once. */
@Injectable()
export class JobRunner implements BeforeApplicationShutdown {
  private readonly log = new Logger('jobs');
  private running: Running | undefined;
  private kept: Promise<void> | undefined;

  constructor(
    private readonly database: JobsDatabase,
    @Inject(JOB_HANDLERS) private readonly handlers: readonly JobHandler[],
  ) {}

  async start(): Promise<void> {
    if (this.running) return;
    await this.database.open();
    const life = new SignOfLife(this.database.url);
    await life.start();
    const pool = backgroundPool({ connectionString: this.database.url, max: CONCURRENCY + 2 });
    const running = { life, pool, ending: new AbortController(), queue: await this.queue(life, pool) };
    this.running = running;
    this.kept = this.keep(running);
  }

  /** Takes no new job, and waits for those at work. */
  async stop(): Promise<void> {
    const { queue, life, pool, ending } = this.running ?? {};
    this.running = undefined;
    ending?.abort();
    await queue?.stop().catch(() => undefined); // refused only by a queue that ended by itself
    await this.kept;
    await pool?.end();
    await life?.stop();
    await this.database.close();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  /**
   * The queue ends for good as soon as it cannot put down how one job went, as when the server restarts at that moment.
   * It is begun again until `stop`, and what it had in hand is free as that of a process that died.
   */
  private async keep(running: Running): Promise<void> {
    const { signal } = running.ending;
    await running.queue.promise.catch(() => undefined);
    while (!signal.aborted) {
      this.log.error('the queue ended by itself and is begun again');
      await this.beginAgain(running);
      await running.queue.promise.catch(() => undefined);
    }
  }

  /** As soon as it can be. One that begins while it is being stopped is stopped as well. */
  private async beginAgain(running: Running): Promise<void> {
    const { life, pool, ending } = running;
    const isStopped = (): boolean => ending.signal.aborted;
    for (let pause = POLL; ; pause = Math.min(2 * pause, PATIENCE)) {
      await wait(pause, undefined, { signal: ending.signal }).catch(() => undefined);
      if (isStopped()) return;
      try {
        running.queue = await this.queue(life, pool);
        if (isStopped()) await running.queue.stop();
        return;
      } catch (fault) {
        this.log.error(this.withoutWords(fault).message);
      }
    }
  }

  private queue(life: SignOfLife, pool: pg.Pool): Promise<Runner> {
    const events = new EventEmitter() as WorkerEvents;
    events.on('pool:create', ({ workerPool }) => life.claim(workerPool.id));
    events.on('pool:release', ({ workerPool }) => life.release(workerPool.id));
    return run({
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
