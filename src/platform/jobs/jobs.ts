import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '../database/transaction.js';
import type { JobIds, JobTask } from './job-tasks.js';

const ENQUEUE: Statement = { name: 'enqueue', text: 'SELECT queue.enqueue($1, $2::jsonb, $3::timestamptz)' };

/** Puts work into the queue within the business transaction: both are there after COMMIT, or neither. */
@Injectable()
export class Jobs {
  /** @param at not before this instant; without it as soon as a worker is free, about 40 ms after COMMIT */
  async enqueue<Task extends JobTask>(tx: Transaction, task: Task, ids: JobIds<Task>, at?: string): Promise<void> {
    await tx.query(ENQUEUE, [task, JSON.stringify(ids), at ?? null]);
  }
}
