import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import type { DataClass } from '../../access/policy.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { ReadTask, type TaskWithHistory } from './read-task.js';
import { TaskOpening, type TaskWish } from './task-opening.js';

export type TaskForClient = Omit<TaskWish, 'id' | 'about' | 'source'> & { readonly class: DataClass };

@Injectable()
export class OpenTask {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly opening: TaskOpening,
    private readonly reading: ReadTask,
  ) {}

  by(actor: Actor, clientId: Id, receipt: Receipt, wish: TaskForClient): Promise<TaskWithHistory> {
    return this.work.run(actor, async (tx) => {
      const about = { clientId, class: wish.class };
      const made = await this.receipts.once(tx, receipt, async (id) => {
        await this.opening.byGrant(tx, { ...wish, id, about });
      });
      return this.reading.within(tx, made.id);
    });
  }
}
