import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { Records, type ReadRecords } from '../../access/records.js';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { Page, PageRequest } from '../../kernel/page.js';
import { changesShown } from '../domain/care-plan.events.js';
import type { Change } from '../domain/change.js';
import { ChangeStore } from '../persistence/change.store.js';

export interface FoundChanges extends Page<Change>, ReadRecords {}

/** Every change that the actor may see, the newest first: which record, of what class, by whom and when. */
@Injectable()
export class FindChanges {
  constructor(
    private readonly work: UnitOfWork,
    private readonly records: Records,
    private readonly changes: ChangeStore,
  ) {}

  /** @throws Refusal `not_found`, `role_may_not` */
  of(actor: Actor, clientId: Id, since: Instant | undefined, page: PageRequest): Promise<FoundChanges> {
    return this.work.run(actor, async (tx) => {
      const { found, ...seen } = await this.records.read(tx, 'care-plan:read', clientId, (ids) =>
        this.changes.page(tx, ids, since, page),
      );
      tx.record(...changesShown('care_plan.changes_read', seen.records, found.items));
      return { ...found, ...seen };
    });
  }
}
