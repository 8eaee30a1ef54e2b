import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Grants, withheldFrom, type Withheld } from '../../access/grants.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { Records } from '../../clients/application/records.js';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { Page, PageRequest } from '../../kernel/page.js';
import { planDone } from '../domain/care-plan.events.js';
import type { Change } from '../domain/change.js';
import { ChangeStore } from '../persistence/change.store.js';

export interface FoundChanges extends Page<Change> {
  readonly withheld: readonly Withheld[];
}

/** Every change that the actor may see, the newest first: which record, of what class, by whom and when. */
@Injectable()
export class FindChanges {
  constructor(
    private readonly work: UnitOfWork,
    private readonly grants: Grants,
    private readonly records: Records,
    private readonly changes: ChangeStore,
  ) {}

  /** @throws Refusal `not_found`, `role_may_not` */
  of(actor: Actor, clientId: Id, since: Instant | undefined, page: PageRequest): Promise<FoundChanges> {
    return this.work.run(actor, async (tx) => {
      const held = await this.grants.permit(tx, 'care-plan:read', clientId);
      const found = await this.changes.page(tx, await this.records.of(tx, clientId), since, page);
      const classes = [...new Set(found.items.map((change) => change.class))];
      tx.record(planDone('care_plan.changes_read', clientId, { ...held, classes, shown: found.items.length }));
      return { ...found, withheld: withheldFrom(actor, held) };
    });
  }
}
