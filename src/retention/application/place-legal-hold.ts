import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import type { HoldReason, LegalHold } from '../domain/legal-hold.js';
import { retentionEvents } from '../domain/retention.events.js';
import { LegalHoldStore } from '../persistence/legal-hold.store.js';

/** From now on nobody erases the record, also where an erasure was requested. */
@Injectable()
export class PlaceLegalHold {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly holds: LegalHoldStore,
  ) {}

  /** @throws Refusal `not_found` for a record unknown, of elsewhere or erased */
  by(actor: Actor, clientId: Id, because: HoldReason, receipt: Receipt): Promise<LegalHold> {
    return this.work.runWithoutClients(actor, async (tx) => {
      if (!(await this.holds.lockRecord(tx, clientId))) throw new Refusal(notFound);
      const made = await this.receipts.once(tx, receipt, async (id) => {
        const hold: LegalHold = {
          ...{ id, clientId, organisationId: actor.organisationId, state: 'in_force', because, version: 1 },
          ...{ placedAt: tx.now, placedBy: actor.membershipId, liftedBecause: null, liftedAt: null, liftedBy: null },
        };
        await this.holds.add(tx, hold);
      });
      const hold = await this.holds.find(tx, made.id);
      if (!hold) throw new Refusal(notFound);
      tx.record(made.replayed ? retentionEvents.holdRead(hold) : retentionEvents.holdPlaced(hold));
      return hold;
    });
  }
}
