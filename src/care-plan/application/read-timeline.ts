import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { Records, type ReadRecords } from '../../access/records.js';
import type { Id } from '../../kernel/ids.js';
import type { Page, PageRequest } from '../../kernel/page.js';
import { changesShown } from '../domain/care-plan.events.js';
import { ChangeStore, type TimelineFilter } from '../persistence/change.store.js';
import type { TimelineEntry } from '../domain/change.js';

export interface FoundTimeline extends Page<TimelineEntry>, ReadRecords {}

/** What happened, over all sorts of records, where it belongs in time; the newest first. */
@Injectable()
export class ReadTimeline {
  constructor(
    private readonly work: UnitOfWork,
    private readonly records: Records,
    private readonly changes: ChangeStore,
  ) {}

  /** @throws Refusal `not_found`, `role_may_not` */
  of(actor: Actor, clientId: Id, filter: TimelineFilter, page: PageRequest): Promise<FoundTimeline> {
    return this.work.run(actor, async (tx) => {
      const { found, ...seen } = await this.records.read(tx, 'timeline:read', clientId, (ids) =>
        this.changes.timeline(tx, ids, filter, page),
      );
      tx.record(...changesShown('timeline.read', seen.records, found.items));
      return { ...found, ...seen };
    });
  }
}
