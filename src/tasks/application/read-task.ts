import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { taskRead } from '../domain/task.events.js';
import { TaskDesk, type MoveShown, type TaskShown } from './task-desk.js';

export interface TaskWithHistory extends TaskShown {
  /** Oldest first. */
  readonly history: readonly MoveShown[];
}

@Injectable()
export class ReadTask {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: TaskDesk,
  ) {}

  /** @throws Refusal `not_found`, the same for a task unknown, unseen or no longer seen */
  by(actor: Actor, id: Id): Promise<TaskWithHistory> {
    return this.work.run(actor, (tx) => this.within(tx, id));
  }

  async within(tx: Tx, id: Id): Promise<TaskWithHistory> {
    const { task, on } = await this.desk.take(tx, 'task:read', id);
    const [seen, history] = await Promise.all([this.desk.shown(tx, [task]), this.desk.historyOf(tx, task)]);
    const [shown] = seen.shown;
    if (!shown) throw new Error('A task at hand was not shown.');
    tx.record(taskRead(task, on));
    return { ...shown, history };
  }
}
