import { Injectable } from '@nestjs/common';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { taskMoved, type OnGround } from '../domain/task.events.js';
import type { TaskKind } from '../domain/task.kinds.js';
import { stateAt } from '../domain/task.lifecycle.js';
import { moveMade } from '../domain/task-move.js';
import { notAside, revised } from '../domain/task.rules.js';
import { TaskStore } from '../persistence/task.store.js';
import { TaskMoving } from './task-moving.js';

/** For use cases of other features: what gave rise to a task is settled, and so is the task. */
@Injectable()
export class TaskSettling {
  constructor(
    private readonly tasks: TaskStore,
    private readonly moving: TaskMoving,
  ) {}

  async of(tx: Tx, sourceId: Id): Promise<void> {
    for (const { id, version } of await this.tasks.liveOf(tx, sourceId)) {
      await this.moving.within(tx, { id, expected: version, wish: { move: 'complete' } });
    }
  }

  /** Whether somebody still owes one of this kind, as far as the actor sees. */
  async isOwed(tx: Tx, sourceId: Id, kind: TaskKind): Promise<boolean> {
    return (await this.tasks.liveOfKind(tx, sourceId, kind)).length > 0;
  }

  /**
   * Those of one kind, by whoever settled what they came from, whichever side they are on: the calling use case names its
   * ground, and row-level security says whether it is enough.
   */
  async ofKind(tx: Tx, sourceId: Id, kind: TaskKind, on: OnGround): Promise<void> {
    for (const task of await this.tasks.liveOfKind(tx, sourceId, kind)) {
      const from = stateAt(task, tx.now);
      const after = revised(task, { ...notAside, state: 'done' }, tx.actor.membershipId, tx.now);
      if (!(await this.tasks.update(tx, after, task.words))) continue;
      await this.tasks.insertMove(tx, moveMade(after, 'complete', from), null);
      tx.record(taskMoved(after, on, 'complete', from));
    }
  }
}
