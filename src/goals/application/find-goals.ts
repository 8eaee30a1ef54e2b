import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { withheldFrom, type Withheld } from '../../access/grants.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Page, PageRequest } from '../../kernel/page.js';
import { goalsListed } from '../domain/goals.events.js';
import { GoalStore, type GoalsOf } from '../persistence/goal.store.js';
import { GoalDesk, goalView, type GoalView } from './goal-desk.js';
import { assertRankKey } from '../../clients/application/rank-key.js';

export interface GoalsFound {
  readonly page: Page<GoalView>;
  readonly withheld: readonly Withheld[];
}

@Injectable()
export class FindGoals {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: GoalDesk,
    private readonly goals: GoalStore,
  ) {}

  /** In her own order. Where their class is withheld: none, and it is said. */
  by(actor: Actor, of: GoalsOf, page: PageRequest): Promise<GoalsFound> {
    assertRankKey(page);
    return this.work.run(actor, async (tx) => {
      const [held, found] = await Promise.all([
        this.desk.permit(tx, 'goal:read', of.clientId),
        this.goals.page(tx, of, page),
      ]);
      tx.record(goalsListed(of.clientId, held, found.items.length));
      const items = found.items.map((goal) => goalView(tx, goal, held));
      const withheld = withheldFrom(actor, held).filter((each) => each.class === 'coordination');
      return { page: { ...found, items }, withheld };
    });
  }
}
