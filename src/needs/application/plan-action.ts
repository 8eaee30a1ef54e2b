import { Injectable } from '@nestjs/common';
import { classWithheld } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { CivilDate } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { TaskOpening } from '../../tasks/application/task-opening.js';
import { needDone } from '../domain/needs.events.js';
import { NeedDesk } from './need-desk.js';

export interface ActionWish {
  readonly title: string;
  readonly note?: string;
  readonly dueOn?: CivilDate;
  /** Whose task it is; the actor's own, where nobody is named. */
  readonly membershipId?: Id;
}

/** What somebody will do about a need: a task of its class that says where it comes from. */
@Injectable()
export class PlanAction {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly desk: NeedDesk,
    private readonly tasks: TaskOpening,
  ) {}

  /** @throws Refusal `not_found`, `class_not_held`, `owner_unknown`, `owner_does_not_see` */
  by(actor: Actor, needId: Id, receipt: Receipt, wish: ActionWish): Promise<{ readonly id: Id; readonly needId: Id }> {
    return this.work.run(actor, async (tx) => {
      const { need, held } = await this.desk.take(tx, needId);
      if (!held.write.has(need.class)) throw new Refusal(classWithheld, { class: need.class });
      const { title, note, dueOn, membershipId = actor.membershipId } = wish;
      const made = await this.receipts.once(tx, receipt, async (id) => {
        const words = { title, ...(note !== undefined && { note }) };
        const about = { clientId: need.clientId, class: need.class };
        const of = {
          about,
          source: { kind: 'need', id: needId },
          kind: 'need_action' as const,
          owner: { membershipId },
        };
        await this.tasks.within(tx, { ...of, id, words, ...(dueOn !== undefined && { due: { on: dueOn } }) }, held);
      });
      if (made.replayed) tx.record(needDone('need.read', need, held));
      return { id: made.id, needId };
    });
  }
}
