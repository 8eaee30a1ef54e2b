import { Injectable } from '@nestjs/common';
import type { Asking } from '../../audit/unit-of-work.js';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import { Words } from '../../platform/sealing/words.js';
import type { Task, TaskWords } from '../domain/task.js';
import { isOverdue } from '../domain/task.lifecycle.js';
import { OwedTaskStore } from '../persistence/owed-task.store.js';
import { placeOf } from './task-desk.js';

/** A task that is still owed, with what the staff directory says of who owes it. */
export interface OwedTask extends Task, TaskWords {
  readonly clientId: Id;
  readonly ownerName: string | null;
  readonly isOverdue: boolean;
}

export interface OwedTasksWanted {
  readonly limit: number;
  /** As they stood then, under the grants in force now. */
  readonly at?: Instant;
}

/** For the features to the right, within their own unit of work and under their own audit entry. */
@Injectable()
export class TasksOfClients {
  constructor(
    private readonly tasks: OwedTaskStore,
    private readonly words: Words,
  ) {}

  /** What falls due first comes first. */
  async within(tx: Asking, clientIds: readonly Id[], { limit, at }: OwedTasksWanted): Promise<readonly OwedTask[]> {
    const rows = await this.tasks.of(tx, clientIds, limit, at);
    const now = at ?? (await tx.now);
    return rows.map(({ words, wrapped, ownerName, ...task }) => {
      const key = this.words.unwrap(task.clientId, wrapped);
      const opened = words ? this.words.open<TaskWords>(key, placeOf(task), words) : { title: '' };
      return { ...task, ...opened, ownerName, isOverdue: isOverdue(task, now) };
    });
  }
}
