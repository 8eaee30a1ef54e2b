import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { refuseStale } from '../../access/refuse-stale.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import type { CivilDate } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import { nextState } from '../../kernel/move.js';
import { assertFresh } from '../../kernel/fresh.js';
import type { GoalStep, ShownStep } from '../domain/goal.js';
import { stepLifecycle, type StepMove } from '../domain/goal-step.lifecycle.js';
import { stepChanged, stepDone, stepMoved } from '../domain/goals.events.js';
import type { NamedWorker } from '../../clients/domain/worked-on-by.js';
import { GoalStore } from '../persistence/goal.store.js';
import { GoalDesk, stepView, type StepView } from './goal-desk.js';

/** A merge patch: absent keeps, null clears. */
export interface StepPatch {
  readonly text?: string;
  readonly workedOnBy?: NamedWorker;
  readonly dueOn?: CivilDate | null;
}

export interface StepMoveOrder {
  readonly id: Id;
  /** The version that the actor worked from. */
  readonly expected: number;
  readonly receipt: Receipt;
  readonly move: StepMove;
}

@Injectable()
export class ChangeStep {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly desk: GoalDesk,
    private readonly goals: GoalStore,
  ) {}

  /** @throws Refusal `not_found`, `class_not_held`, `stale`, `owner_unknown`, `owner_does_not_see` */
  by(actor: Actor, id: Id, expected: number, patch: StepPatch): Promise<StepView> {
    return this.work.run(actor, async (tx) => {
      const { step, held } = await this.desk.step(tx, 'goal:change', id);
      assertFresh(expected, step.version);
      const fields = Object.keys(patch);
      if (fields.length > 0) await this.save(tx, step, await this.after(tx, step, patch), patch.text);
      const after = fields.length > 0 ? (await this.desk.step(tx, 'goal:read', id)).step : step;
      tx.record(fields.length > 0 ? stepChanged(after, held, fields) : stepDone('goal_step.read', after, held));
      return stepView(tx, after, held);
    });
  }

  /** @throws Refusal `not_found`, `class_not_held`, `stale`, `move_not_open` */
  move(actor: Actor, { id, expected, receipt, move }: StepMoveOrder): Promise<StepView> {
    return this.work.run(actor, async (tx) => {
      const before = await this.desk.step(tx, 'goal:change', id);
      const { replayed } = await this.receipts.onceOn(tx, receipt, id, async () => {
        assertFresh(expected, before.step.version);
        await this.save(tx, before.step, { state: nextState(stepLifecycle, move, before.step.state, undefined) });
      });
      const { step, held } = await this.desk.step(tx, 'goal:read', id);
      const made = { move, from: before.step.state };
      tx.record(replayed ? stepDone('goal_step.read', step, held) : stepMoved(step, held, made));
      return stepView(tx, step, held);
    });
  }

  private async after(tx: Tx, step: ShownStep, { workedOnBy, dueOn }: StepPatch): Promise<Partial<GoalStep>> {
    return {
      ...(workedOnBy && (await this.desk.worker(tx, workedOnBy, step))),
      ...(dueOn !== undefined && { dueOn }),
    };
  }

  private async save(tx: Tx, step: ShownStep, to: Partial<GoalStep>, text = step.text): Promise<void> {
    if (!(await this.goals.changeStep(tx, step, to, { text })))
      refuseStale(step.version, await this.goals.step(tx, step.id));
  }
}
