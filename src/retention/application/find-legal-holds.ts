import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import type { Page, PageRequest } from '../../kernel/page.js';
import { Refusal } from '../../kernel/refusal.js';
import type { LegalHold } from '../domain/legal-hold.js';
import { retentionEvents } from '../domain/retention.events.js';
import { LegalHoldStore, type HoldFilter } from '../persistence/legal-hold.store.js';

/** Those of the own organisation. */
@Injectable()
export class FindLegalHolds {
  constructor(
    private readonly work: UnitOfWork,
    private readonly holds: LegalHoldStore,
  ) {}

  all(actor: Actor, filter: HoldFilter, page: PageRequest): Promise<Page<LegalHold>> {
    return this.work.runWithoutClients(actor, async (tx) => {
      const found = await this.holds.page(tx, filter, page);
      tx.record(...found.items.map(retentionEvents.holdRead));
      return found;
    });
  }

  /** @throws Refusal `not_found` */
  one(actor: Actor, id: Id): Promise<LegalHold> {
    return this.work.runWithoutClients(actor, async (tx) => {
      const hold = await this.holds.find(tx, id);
      if (!hold) throw new Refusal(notFound);
      tx.record(retentionEvents.holdRead(hold));
      return hold;
    });
  }
}
