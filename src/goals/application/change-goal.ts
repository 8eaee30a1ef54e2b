import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { refuseStale } from '../../access/refuse-stale.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import { instantOf } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { assertFresh } from '../../kernel/fresh.js';
import { patched, sent } from '../../kernel/merge-patch.js';
import { invalid } from '../../kernel/invalid.js';
import { GOAL_WORDS, type Goal, type GoalWords, type ShownGoal } from '../domain/goal.js';
import { goalChanged, goalDone } from '../domain/goals.events.js';
import type { NamedWorker } from '../../clients/domain/worked-on-by.js';
import { GoalStore } from '../persistence/goal.store.js';
import { GoalDesk, goalView, type GoalView } from './goal-desk.js';

/** A merge patch: absent keeps, null clears. */
export interface GoalPatch {
  readonly ownWords?: string;
  readonly teamNote?: string | null;
  readonly workedOnBy?: NamedWorker;
  readonly rank?: number | null;
  readonly reviewedAt?: string;
}

@Injectable()
export class ChangeGoal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: GoalDesk,
    private readonly goals: GoalStore,
  ) {}

  /** @throws Refusal `not_found`, `class_not_held`, `stale`, `owner_unknown`, `owner_does_not_see`, `invalid` */
  by(actor: Actor, id: Id, expected: number, patch: GoalPatch): Promise<GoalView> {
    return this.work.run(actor, async (tx) => {
      const { goal, held } = await this.desk.goal(tx, 'goal:change', id);
      assertFresh(expected, goal.version);
      const fields = Object.keys(patch);
      if (fields.length > 0) await this.change(tx, goal, patch);
      const after = fields.length > 0 ? (await this.desk.goal(tx, 'goal:read', id)).goal : goal;
      tx.record(fields.length > 0 ? goalChanged(after, held, fields) : goalDone('goal.read', after, held));
      return goalView(tx, after, held);
    });
  }

  private async change(tx: Tx, goal: ShownGoal, patch: GoalPatch): Promise<void> {
    const to: Partial<Goal> = {
      ...(patch.workedOnBy && (await this.desk.worker(tx, patch.workedOnBy, goal))),
      ...(patch.rank !== undefined && { rank: patch.rank }),
      ...(patch.reviewedAt !== undefined && { reviewedAt: been(patch.reviewedAt, tx.now) }),
    };
    const words = patched<GoalWords>(sent(goal, GOAL_WORDS), patch, ['ownWords', 'teamNote']);
    if (!(await this.goals.change(tx, goal, to, words))) refuseStale(goal.version, await this.goals.one(tx, goal.id));
  }
}

function been(instant: string, now: string): string {
  const at = instantOf(instant);
  if (at <= now) return at;
  const message = {
    en: 'This lies in the future. Send when you went through it with the client.',
    fr: 'C’est dans l’avenir. Envoyez quand vous l’avez revu avec la personne accompagnée.',
  };
  throw new Refusal(invalid, {}, [{ in: 'body', pointer: '/reviewedAt', code: 'in_future', message }]);
}
