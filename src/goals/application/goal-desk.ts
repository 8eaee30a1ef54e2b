import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import { Grants, type Held } from '../../access/grants.js';
import { reachOf } from '../../access/policy.js';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Goal, ShownGoal, ShownStep } from '../domain/goal.js';
import { stepLifecycle, type StepMove } from '../domain/goal-step.lifecycle.js';
import { goalLifecycle, type GoalMove } from '../domain/goal.lifecycle.js';
import type { NamedWorker, WorkedOnBy } from '../../clients/domain/worked-on-by.js';
import { GoalStore } from '../persistence/goal.store.js';
import { Workers } from '../../clients/application/workers.js';

export interface StepView extends ShownStep {
  readonly openMoves: readonly StepMove[];
}

export interface GoalView extends Omit<ShownGoal, 'steps'> {
  readonly steps: readonly StepView[];
  readonly openMoves: readonly GoalMove[];
}

type GoalPermission = 'goal:read' | 'goal:change';

/** Goals and steps as they lie before somebody: found, with what is held over her, and with what may be done now. */
@Injectable()
export class GoalDesk {
  constructor(
    private readonly goals: GoalStore,
    private readonly grants: Grants,
    private readonly workers: Workers,
  ) {}

  /** @throws Refusal `not_found`, the same for a goal unknown and unseen; `role_may_not`, `class_not_held` */
  async goal(tx: Tx, permission: GoalPermission, id: Id): Promise<{ goal: ShownGoal; held: Held }> {
    const goal = await this.goals.one(tx, id);
    if (!goal) throw new Refusal(notFound);
    return { goal, held: await this.permit(tx, permission, goal.clientId) };
  }

  /** @throws Refusal as for a goal */
  async step(tx: Tx, permission: GoalPermission, id: Id): Promise<{ step: ShownStep; held: Held }> {
    const step = await this.goals.step(tx, id);
    if (!step) throw new Refusal(notFound);
    return { step, held: await this.permit(tx, permission, step.clientId) };
  }

  permit(tx: Tx, permission: GoalPermission, clientId: Id): Promise<Held> {
    const need = permission === 'goal:change' ? ({ write: 'coordination' } as const) : undefined;
    return this.grants.permit(tx, permission, clientId, need);
  }

  /** @throws Refusal `owner_unknown`, `owner_does_not_see` */
  worker(tx: Tx, named: NamedWorker, goal: Pick<Goal, 'clientId' | 'class'>): Promise<WorkedOnBy> {
    return this.workers.named(tx, named, goal);
  }
}

const mayChange = (tx: Tx, held: Held): boolean =>
  reachOf(tx.actor.role, 'goal:change') !== 'none' && held.write.has('coordination');

export const stepView = (tx: Tx, step: ShownStep, held: Held): StepView => ({
  ...step,
  openMoves: mayChange(tx, held) ? stepLifecycle.openMoves(step.state, undefined) : [],
});

/** What a move takes along, such as the goal that this one became, can still be sent. */
export const goalView = (tx: Tx, goal: ShownGoal, held: Held): GoalView => ({
  ...goal,
  steps: goal.steps.map((step) => stepView(tx, step, held)),
  openMoves: mayChange(tx, held) ? goalLifecycle.openMoves(goal.state, { successor: 'standing' }) : [],
});
