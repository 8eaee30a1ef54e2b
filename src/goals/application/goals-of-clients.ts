import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { Transaction } from '../../platform/database/transaction.js';
import type { ShownGoal } from '../domain/goal.js';
import { GoalStore } from '../persistence/goal.store.js';

/** For the features to the right, within their own unit of work and under their own audit entry. */
@Injectable()
export class GoalsOfClients {
  constructor(private readonly goals: GoalStore) {}

  /** Each with its steps, in her order, in one statement; at an instant: as they stood then, under the grants of now. */
  within(tx: Transaction, clientIds: readonly Id[], at?: Instant): Promise<readonly ShownGoal[]> {
    return this.goals.ofClients(tx, clientIds, at);
  }
}
