import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import type { CivilDate } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { GoalStep, ShownGoal, StepWords } from '../domain/goal.js';
import { stepLifecycle } from '../domain/goal-step.lifecycle.js';
import { stepDone } from '../domain/goals.events.js';
import type { NamedWorker } from '../../clients/domain/worked-on-by.js';
import { GoalStore } from '../persistence/goal.store.js';
import { GoalDesk, stepView, type StepView } from './goal-desk.js';

export interface StepDraft {
  readonly words: StepWords;
  /** She herself, where nobody is named. */
  readonly workedOnBy?: NamedWorker;
  readonly dueOn?: CivilDate;
}

@Injectable()
export class AddStep {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly desk: GoalDesk,
    private readonly goals: GoalStore,
  ) {}

  /** @throws Refusal `not_found`, `class_not_held`, `owner_unknown`, `owner_does_not_see` */
  by(actor: Actor, goalId: Id, receipt: Receipt, draft: StepDraft): Promise<StepView> {
    return this.work.run(actor, async (tx) => {
      const { goal } = await this.desk.goal(tx, 'goal:change', goalId);
      const made = await this.receipts.once(tx, receipt, async (id) => {
        await this.goals.addStep(tx, await this.drafted(tx, id, goal, draft), draft.words);
      });
      const { step, held } = await this.desk.step(tx, 'goal:read', made.id);
      tx.record(stepDone(made.replayed ? 'goal_step.read' : 'goal_step.added', step, held));
      return stepView(tx, step, held);
    });
  }

  private async drafted(tx: Tx, id: Id, goal: ShownGoal, draft: StepDraft): Promise<GoalStep> {
    return {
      id,
      clientId: goal.clientId,
      class: goal.class,
      goalId: goal.id,
      state: stepLifecycle.initial,
      ...(await this.desk.worker(tx, draft.workedOnBy ?? { who: 'client' }, goal)),
      dueOn: draft.dueOn ?? null,
      createdAt: tx.now,
      createdBy: tx.actor.membershipId,
      updatedAt: tx.now,
      updatedBy: tx.actor.membershipId,
      version: 1,
    };
  }
}
