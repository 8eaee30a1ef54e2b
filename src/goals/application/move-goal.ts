import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { refuseStale } from '../../access/refuse-stale.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { sent } from '../../kernel/merge-patch.js';
import { nextState, partFaults } from '../../kernel/move.js';
import { assertFresh } from '../../kernel/fresh.js';
import { assertHolds } from '../../kernel/invalid.js';
import type { GoalWords, ShownGoal } from '../domain/goal.js';
import { GOAL_MOVE_PARTS, goalLifecycle, type GoalFacts, type GoalMove } from '../domain/goal.lifecycle.js';
import { goalDone, goalMoved } from '../domain/goals.events.js';
import { GoalStore } from '../persistence/goal.store.js';
import { GoalDesk, goalView, type GoalView } from './goal-desk.js';

export interface GoalMoveWish {
  readonly move: GoalMove;
  /** What was said with it. */
  readonly note?: string;
  /** Of `become`: the goal that this one is from now on. */
  readonly becomes?: Id;
}

export interface GoalMoveOrder {
  readonly id: Id;
  /** The version that the actor worked from. */
  readonly expected: number;
  readonly receipt: Receipt;
  readonly wish: GoalMoveWish;
}

@Injectable()
export class MoveGoal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly desk: GoalDesk,
    private readonly goals: GoalStore,
  ) {}

  /** @throws Refusal `not_found`, `class_not_held`, `stale`, `move_not_open` and those of the rules */
  by(actor: Actor, { id, expected, receipt, wish }: GoalMoveOrder): Promise<GoalView> {
    return this.work.run(actor, async (tx) => {
      assertHolds(partFaults(GOAL_MOVE_PARTS, wish));
      const before = await this.desk.goal(tx, 'goal:change', id);
      const { replayed } = await this.receipts.onceOn(tx, receipt, id, async () => {
        assertFresh(expected, before.goal.version);
        await this.move(tx, before.goal, wish);
      });
      const { goal, held } = await this.desk.goal(tx, 'goal:read', id);
      const made = { move: wish.move, from: before.goal.state };
      tx.record(replayed ? goalDone('goal.read', goal, held) : goalMoved(goal, held, made));
      return goalView(tx, goal, held);
    });
  }

  private async move(tx: Tx, goal: ShownGoal, { move, note, becomes }: GoalMoveWish): Promise<void> {
    const successor = move === 'become' ? await this.successor(tx, goal, becomes) : 'standing';
    const state = nextState(goalLifecycle, move, goal.state, { successor });
    const to = { state, becameId: state === 'changed' ? (becomes ?? null) : null };
    const words: GoalWords = { ...sent(goal, ['ownWords', 'teamNote']), ...sent({ moveNote: note }) };
    if (!(await this.goals.change(tx, goal, to, words))) refuseStale(goal.version, await this.goals.one(tx, goal.id));
  }

  private async successor(tx: Tx, goal: ShownGoal, becomes: Id | undefined): Promise<GoalFacts['successor']> {
    if (becomes === undefined) return 'none';
    if (becomes === goal.id) return 'elsewhere';
    const state = await this.goals.stateOfSuccessor(tx, goal, becomes);
    return state === undefined || goalLifecycle.final.includes(state) ? 'elsewhere' : 'standing';
  }
}
