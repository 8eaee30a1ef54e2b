import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { appDatabase } from '../database/app-database.js';
import { Transactions } from '../database/transaction.js';

/** Connection URL as role `jobs`, straight to the server; nothing where no jobs are run. */
export const JOBS_URL = 'jobs-url';

/** Jobs running at once in one process. */
export const CONCURRENCY = 4;

/** What background work sees of the database: as role `jobs`, on connections of its own, open while jobs run here. */
@Injectable()
export class JobsDatabase {
  private opened: { readonly source: DataSource; readonly transactions: Transactions } | undefined;

  constructor(@Inject(JOBS_URL) private readonly configured: string | undefined) {}

  get url(): string {
    if (this.configured === undefined) throw new Error('No connection for jobs was given to this process.');
    return this.configured;
  }

  get transactions(): Transactions {
    if (!this.opened) throw new Error('No jobs run in this process.');
    return this.opened.transactions;
  }

  async open(): Promise<void> {
    const source = await appDatabase({ url: this.url, poolSize: CONCURRENCY, rows: [] }).initialize();
    this.opened = { source, transactions: new Transactions(source) };
  }

  async close(): Promise<void> {
    const { source } = this.opened ?? {};
    this.opened = undefined;
    await source?.destroy();
  }
}
