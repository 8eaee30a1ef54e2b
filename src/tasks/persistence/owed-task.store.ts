import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import { selected, TASK_COLUMNS } from './task.columns.js';
import type { StoredTask } from './task.store.js';

export interface StoredOwedTask extends StoredTask {
  readonly clientId: Id;
  readonly wrapped: Buffer;
  /** Of a task that one membership owes. */
  readonly ownerName: string | null;
}

/** $1 clients, $2 how many, $3 instant. Live, whether set aside or not: what is owed stays owed. */
const owed = (tasks: string): string => `
  SELECT owed.*, k.wrapped, p.display_name AS "ownerName" FROM (
      SELECT ${selected(TASK_COLUMNS)}, words FROM ${tasks} t WHERE client_id = ANY ($1) AND is_live
      ORDER BY coalesce(due_at, 'infinity'), id LIMIT $2) owed
    JOIN sealing_key k ON k.client_id = owed."clientId"
    LEFT JOIN membership m ON m.id = owed."ownerMembershipId" LEFT JOIN staff p ON p.id = m.staff_id
    ORDER BY coalesce(owed."dueAt", 'infinity'), owed.id`;

export const OWED_TASKS: Statement = { name: 'tasks-owed', text: owed('task') };
const OWED_TASKS_AS_OF: Statement = { name: 'tasks-owed-as-of', text: owed('as_of(NULL::task, $1, $3)') };

@Injectable()
export class OwedTaskStore {
  /** @param at as they stood then, under the grants in force now */
  of(tx: Transaction, clientIds: readonly Id[], limit: number, at?: Instant): Promise<StoredOwedTask[]> {
    return at === undefined
      ? tx.query<StoredOwedTask>(OWED_TASKS, [clientIds, limit])
      : tx.query<StoredOwedTask>(OWED_TASKS_AS_OF, [clientIds, limit, at]);
  }
}
