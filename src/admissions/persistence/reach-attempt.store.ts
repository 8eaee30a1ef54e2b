import { Injectable } from '@nestjs/common';
import { isInstant } from '../../kernel/civil-time.js';
import { isId, type Id } from '../../kernel/ids.js';
import { keyAfter, pageOf, type Page, type PageRequest } from '../../kernel/page.js';
import type { Transaction } from '../../platform/database/transaction.js';
import type { ReachAttempt } from '../domain/attempt.js';
import { NOTE_REACH, REACH_ATTEMPT, REACH_ATTEMPTS } from './attempt.statements.js';

const BEFORE_ALL = ['0001-01-01T00:00:00Z', '00000000-0000-0000-0000-000000000000'] as const;

@Injectable()
export class ReachAttemptStore {
  async one(tx: Transaction, id: Id): Promise<ReachAttempt | undefined> {
    return (await tx.query<ReachAttempt>(REACH_ATTEMPT, [id]))[0];
  }

  /** In the order in which they took place. */
  async page(tx: Transaction, referralId: Id, page: PageRequest): Promise<Page<ReachAttempt>> {
    const after = keyAfter(page, isInstant, isId) ?? BEFORE_ALL;
    const rows = await tx.query<ReachAttempt>(REACH_ATTEMPTS, [referralId, ...after, page.limit + 1]);
    return pageOf(rows, page.limit, ({ happenedAt, id }) => [happenedAt, id]);
  }

  async add(tx: Transaction, made: Omit<ReachAttempt, 'version'>): Promise<void> {
    const { id, referralId, clientId, callerId, round, happenedAt, channel, reached, createdAt, createdBy } = made;
    const of = [id, referralId, clientId, callerId, round];
    await tx.query(NOTE_REACH, [...of, happenedAt, channel, reached, createdAt, createdBy]);
  }
}
