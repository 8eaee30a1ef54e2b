import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { DatabaseAway } from './database-away.js';
import { StatementBatch, type Outcome, type Statement } from './statement-batch.js';

export type { Statement } from './statement-batch.js';

/** One open transaction. Rows come back as PostgreSQL gives them: instants as RFC 3339 text, dates as plain text. */
export interface Transaction {
  readonly entities: EntityManager;
  query<Row>(statement: string | Statement, values?: readonly unknown[]): Promise<Row[]>;
}

/** What only asks. */
export type Questions = Pick<Transaction, 'query'>;

/** SQLSTATE of the faults that a second try mends: serialization failure, deadlock. */
const RETRIED = new Set(['40001', '40P01']);
const TRIES = 4;
/** SQLSTATE of whatever comes after a fault in one transaction: it says nothing of the fault. */
const ABORTED = '25P02';

export const APP_DATABASE = 'app-database';

/**
 * Opens and closes transactions, and nothing else does. Connections are pipelined, so the opening statement travels
 * with BEGIN and the closing ones with COMMIT: two trips less than one statement at a time.
 */
@Injectable()
export class Transactions {
  constructor(@Inject(APP_DATABASE) private readonly database: DataSource) {}

  /** @param work is run again from the start when PostgreSQL asks for it, so it must not act outside the database */
  async run<T>(work: (tx: OpenTransaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(work);
      } catch (fault) {
        if (attempt === TRIES || !RETRIED.has(sqlState(fault) ?? '')) throw fault;
        await new Promise((wake) => setTimeout(wake, attempt * 5 * (1 + Math.random())));
      }
    }
  }

  private async once<T>(work: (tx: OpenTransaction) => Promise<T>): Promise<T> {
    const runner = this.database.createQueryRunner();
    let tx: OpenTransaction | undefined;
    try {
      tx = new OpenTransaction(runner, await connected(runner));
      const result = await work(tx);
      await tx.commit();
      return result;
    } catch (fault) {
      await tx?.rollback();
      throw tx?.behind(fault) ?? fault;
    } finally {
      await runner.release();
    }
  }
}

async function connected(runner: QueryRunner): Promise<pg.PoolClient> {
  try {
    return (await runner.connect()) as pg.PoolClient;
  } catch (cause) {
    throw new DatabaseAway('No connection to the database was to be had.', { cause });
  }
}

const BEGIN: Statement = { name: 'begin', text: 'BEGIN' };
const COMMIT: Statement = { name: 'commit', text: 'COMMIT' };

export class OpenTransaction implements Transaction {
  private readonly begun: Promise<unknown>;
  private gathered: StatementBatch | undefined;
  private isLeaving = false;
  /** Of what was sent without waiting for its answer. */
  private failedFirst: unknown;

  constructor(
    private readonly runner: QueryRunner,
    private readonly client: pg.PoolClient,
  ) {
    setActive(runner, true);
    this.begun = this.gather(BEGIN);
    this.begun.catch(() => undefined);
  }

  /** What TypeORM sends goes its own way, so what was gathered before goes first. */
  get entities(): EntityManager {
    this.leave();
    return this.runner.manager;
  }

  async query<Row>(statement: string | Statement, values: readonly unknown[] = []): Promise<Row[]> {
    const named = typeof statement === 'string' ? { name: '', text: statement } : statement;
    try {
      return (await this.gather(named, values)).rows as Row[];
    } catch (fault) {
      throw fromHere(fault);
    }
  }

  /** A change whose answer nothing waits for: it leaves ahead of what is asked next, and takes no trip of its own. */
  send(statement: Statement, values: readonly unknown[]): void {
    this.batch()
      .add(statement, values)
      .catch((fault: unknown) => {
        if (sqlState(fault) !== ABORTED) this.failedFirst ??= fault;
      });
  }

  /** What made everything after it fail, where nothing waited for its answer. */
  behind(fault: unknown): unknown {
    return sqlState(fault) === ABORTED ? fromHere(this.failedFirst) : undefined;
  }

  async commit(): Promise<void> {
    const [, { tag }] = await Promise.all([this.begun, this.gather(COMMIT)]);
    if (tag !== 'COMMIT') throw new Error(`The transaction ended in ${tag}, nothing was saved.`);
    setActive(this.runner, false);
  }

  /** Statements of one turn leave in one batch: a write costs more than what it carries. */
  private gather(statement: Statement, values: readonly unknown[] = []): Promise<Outcome> {
    if (!this.isLeaving) {
      this.isLeaving = true;
      process.nextTick(() => this.leave());
    }
    return this.batch().add(statement, values);
  }

  private batch(): StatementBatch {
    return (this.gathered ??= new StatementBatch());
  }

  private leave(): void {
    const batch = this.gathered;
    this.gathered = undefined;
    this.isLeaving = false;
    if (batch) void this.client.query(batch);
  }

  async rollback(): Promise<void> {
    setActive(this.runner, false);
    this.leave();
    await this.client.query('ROLLBACK').catch(() => undefined); // a broken connection has rolled back already
  }
}

/** It names who asked, not the socket that told. */
function fromHere(fault: unknown): unknown {
  if (fault instanceof Error) Error.captureStackTrace(fault, fromHere);
  return fault;
}

/** TypeORM must join this transaction and not open one of its own, so it has to know that one is open. */
function setActive(runner: QueryRunner, isTransactionActive: boolean): void {
  Object.assign(runner, { isTransactionActive });
}

/** The SQLSTATE of an error of PostgreSQL, as pg or TypeORM wrap it. */
export function sqlState(fault: unknown): string | undefined {
  if (typeof fault !== 'object' || fault === null) return undefined;
  if ('code' in fault && typeof fault.code === 'string') return fault.code;
  return 'driverError' in fault ? sqlState(fault.driverError) : undefined;
}
