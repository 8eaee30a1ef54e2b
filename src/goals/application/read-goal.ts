import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { goalDone, stepDone } from '../domain/goals.events.js';
import { GoalDesk, goalView, stepView, type GoalView, type StepView } from './goal-desk.js';

@Injectable()
export class ReadGoal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: GoalDesk,
  ) {}

  /** @throws Refusal `not_found` */
  by(actor: Actor, id: Id): Promise<GoalView> {
    return this.work.run(actor, async (tx) => {
      const { goal, held } = await this.desk.goal(tx, 'goal:read', id);
      tx.record(goalDone('goal.read', goal, held));
      return goalView(tx, goal, held);
    });
  }

  /** @throws Refusal `not_found` */
  step(actor: Actor, id: Id): Promise<StepView> {
    return this.work.run(actor, async (tx) => {
      const { step, held } = await this.desk.step(tx, 'goal:read', id);
      tx.record(stepDone('goal_step.read', step, held));
      return stepView(tx, step, held);
    });
  }
}
