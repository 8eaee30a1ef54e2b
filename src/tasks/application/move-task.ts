import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { ReadTask, type TaskWithHistory } from './read-task.js';
import { TaskMoving, type MoveAsked } from './task-moving.js';

export interface MoveOrder extends MoveAsked {
  readonly receipt: Receipt;
}

@Injectable()
export class MoveTask {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly moving: TaskMoving,
    private readonly reading: ReadTask,
  ) {}

  /**
   * @throws Refusal `not_found`, `class_not_held`, `stale`, `move_not_open`, `invalid`, and those of the rules and
   *   of the new owner
   */
  by(actor: Actor, { receipt, ...order }: MoveOrder): Promise<TaskWithHistory> {
    return this.work.run(actor, async (tx) => {
      await this.receipts.onceOn(tx, receipt, order.id, () => this.moving.within(tx, order));
      return this.reading.within(tx, order.id);
    });
  }
}
