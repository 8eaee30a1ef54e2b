import type { Socket } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { DatabaseAway } from './database-away.js';

/** A hot statement under a name, so that PostgreSQL plans it once a connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** One open transaction. Rows come back as PostgreSQL gives them: instants as RFC 3339 text, dates as plain text. */
export interface Transaction {
  readonly entities: EntityManager;
  query<Row>(statement: string | Statement, values?: readonly unknown[]): Promise<Row[]>;
}

/** SQLSTATE of the faults that a second try mends: serialization failure, deadlock. */
const RETRIED = new Set(['40001', '40P01']);
const TRIES = 4;

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
      throw fault;
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

/** What pg has and its types do not name. */
interface Wired {
  readonly connection: { readonly stream: Pick<Socket, 'cork' | 'uncork'> };
}

export class OpenTransaction implements Transaction {
  private readonly begun: Promise<unknown>;
  private isGathering = false;
  private closing: (() => Promise<unknown>) | undefined;

  constructor(
    private readonly runner: QueryRunner,
    private readonly client: pg.PoolClient,
  ) {
    setActive(runner, true);
    this.gather();
    this.begun = client.query('BEGIN');
    this.begun.catch(() => undefined);
  }

  get entities(): EntityManager {
    return this.runner.manager;
  }

  async query<Row>(statement: string | Statement, values: readonly unknown[] = []): Promise<Row[]> {
    const config = typeof statement === 'string' ? { text: statement } : statement;
    this.gather();
    const sent = this.client.query({ ...config, values: [...values] });
    const [, { rows }] = await Promise.all([this.begun, sent]);
    return rows as Row[];
  }

  /** A statement to send together with COMMIT. */
  beforeCommit(send: () => Promise<unknown>): void {
    this.closing = send;
  }

  async commit(): Promise<void> {
    this.gather();
    const closing = this.closing?.();
    const commit = this.client.query('COMMIT');
    const [, , { command }] = await Promise.all([this.begun, closing, commit]);
    if (command !== 'COMMIT') throw new Error(`The transaction ended in ${command}, nothing was saved.`);
    setActive(this.runner, false);
  }

  /** Statements sent in one turn leave in one write: a write costs more than what it carries. */
  private gather(): void {
    if (this.isGathering) return;
    const { stream } = (this.client as unknown as Wired).connection;
    this.isGathering = true;
    stream.cork();
    process.nextTick(() => {
      this.isGathering = false;
      stream.uncork();
    });
  }

  async rollback(): Promise<void> {
    setActive(this.runner, false);
    await this.client.query('ROLLBACK').catch(() => undefined); // a broken connection has rolled back already
  }
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
