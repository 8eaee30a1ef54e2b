import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Grants, withheldFrom } from '../../access/grants.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { Records } from '../../clients/application/records.js';
import type { Id } from '../../kernel/ids.js';
import type { PageRequest } from '../../kernel/page.js';
import { planDone } from '../domain/care-plan.events.js';
import { ChangeStore, type TimelineFilter } from '../persistence/change.store.js';
import type { FoundChanges } from './find-changes.js';

/** What happened, over all sorts of records, where it belongs in time; the newest first. */
@Injectable()
export class ReadTimeline {
  constructor(
    private readonly work: UnitOfWork,
    private readonly grants: Grants,
    private readonly records: Records,
    private readonly changes: ChangeStore,
  ) {}

  /** @throws Refusal `not_found`, `role_may_not` */
  of(actor: Actor, clientId: Id, filter: TimelineFilter, page: PageRequest): Promise<FoundChanges> {
    return this.work.run(actor, async (tx) => {
      const held = await this.grants.permit(tx, 'timeline:read', clientId);
      const found = await this.changes.timeline(tx, await this.records.of(tx, clientId), filter, page);
      const classes = [...new Set(found.items.map((change) => change.class))];
      tx.record(planDone('timeline.read', clientId, { ...held, classes, shown: found.items.length }));
      return { ...found, withheld: withheldFrom(actor, held) };
    });
  }
}
