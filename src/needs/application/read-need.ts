import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { needDone } from '../domain/needs.events.js';
import { NeedDesk, needView, type NeedView } from './need-desk.js';

@Injectable()
export class ReadNeed {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: NeedDesk,
  ) {}

  /** @throws Refusal `not_found` */
  by(actor: Actor, id: Id): Promise<NeedView> {
    return this.work.run(actor, async (tx) => {
      const { need, held } = await this.desk.read(tx, id);
      tx.record(needDone('need.read', need, held));
      return needView(tx, need, held);
    });
  }
}
