import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import type { Goal, GoalWords } from '../domain/goal.js';
import { goalLifecycle } from '../domain/goal.lifecycle.js';
import { goalDone } from '../domain/goals.events.js';
import type { NamedWorker } from '../../clients/domain/worked-on-by.js';
import { GoalStore } from '../persistence/goal.store.js';
import { GoalDesk, goalView, type GoalView } from './goal-desk.js';

export interface GoalDraft {
  readonly words: GoalWords;
  /** She herself, where nobody is named. */
  readonly workedOnBy?: NamedWorker;
  readonly rank?: number;
}

/** What she wants, as she says it. */
@Injectable()
export class AddGoal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly desk: GoalDesk,
    private readonly goals: GoalStore,
  ) {}

  /** @throws Refusal `not_found`, `class_not_held`, `owner_unknown`, `owner_does_not_see` */
  by(actor: Actor, clientId: Id, receipt: Receipt, draft: GoalDraft): Promise<GoalView> {
    return this.work.run(actor, async (tx) => {
      await this.desk.permit(tx, 'goal:change', clientId);
      const made = await this.receipts.once(tx, receipt, async (id) => {
        await this.goals.add(tx, await this.drafted(tx, { id, clientId }, draft), draft.words);
      });
      const { goal, held } = await this.desk.goal(tx, 'goal:read', made.id);
      tx.record(goalDone(made.replayed ? 'goal.read' : 'goal.named', goal, held));
      return goalView(tx, goal, held);
    });
  }

  private async drafted(tx: Tx, of: Pick<Goal, 'id' | 'clientId'>, draft: GoalDraft): Promise<Goal> {
    const subject = { ...of, class: 'coordination' } as const;
    return {
      ...subject,
      state: goalLifecycle.initial,
      rank: draft.rank ?? null,
      ...(await this.desk.worker(tx, draft.workedOnBy ?? { who: 'client' }, subject)),
      becameId: null,
      reviewedAt: null,
      createdAt: tx.now,
      createdBy: tx.actor.membershipId,
      updatedAt: tx.now,
      updatedBy: tx.actor.membershipId,
      version: 1,
    };
  }
}
