import { Injectable } from '@nestjs/common';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
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
}
