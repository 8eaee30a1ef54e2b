import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { heldOf, Records, withheldAmong, type ReadRecords } from '../../access/records.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Page, PageRequest } from '../../kernel/page.js';
import { goalsListed } from '../domain/goals.events.js';
import { GoalStore, type GoalsOf } from '../persistence/goal.store.js';
import { assertRankKey } from '../../clients/application/rank-key.js';
import { goalView, type GoalView } from './goal-desk.js';

export interface GoalsFound extends ReadRecords {
  readonly page: Page<GoalView>;
}

@Injectable()
export class FindGoals {
  constructor(
    private readonly work: UnitOfWork,
    private readonly records: Records,
    private readonly goals: GoalStore,
  ) {}

  /** In her own order. Where their class is withheld: none, and it is said. */
  by(actor: Actor, of: GoalsOf, page: PageRequest): Promise<GoalsFound> {
    assertRankKey(page);
    return this.work.run(actor, async (tx) => {
      const { found, ...read } = await this.records.read(tx, 'goal:read', of.clientId, (ids) =>
        this.goals.page(tx, ids, of.state, page),
      );
      for (const { clientId, held } of read.records)
        tx.record(goalsListed(clientId, held, found.items.filter((goal) => goal.clientId === clientId).length));
      const items = found.items.map((goal) => goalView(tx, goal, heldOf(read.records, goal.clientId)));
      return { page: { ...found, items }, ...withheldAmong(read, ['coordination']) };
    });
  }
}
