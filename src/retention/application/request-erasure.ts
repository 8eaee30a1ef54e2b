import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { notBefore, type Erased, type Erasure, type ErasureReason } from '../domain/erasure.js';
import { retentionEvents } from '../domain/retention.events.js';
import { erasureStands, holdStands, notDue } from '../domain/retention.problems.js';
import { ErasureStore } from '../persistence/erasure.store.js';

/** The first of two people: nothing is erased by this. */
@Injectable()
export class RequestErasure {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly erasures: ErasureStore,
  ) {}

  /** @throws Refusal `not_found` for somebody unknown, of elsewhere or erased; `legal_hold_stands`, `erasure_stands`, `retention_not_due` */
  by(actor: Actor, whom: Erased, because: ErasureReason, receipt: Receipt): Promise<Erasure> {
    return this.work.runWithoutClients(actor, async (tx) => {
      if (!(await this.erasures.lock(tx, whom))) throw new Refusal(notFound);
      const made = await this.receipts.once(tx, receipt, (id) => this.request(tx, id, whom, because));
      const erasure = await this.erasures.find(tx, made.id);
      if (!erasure) throw new Refusal(notFound);
      tx.record(made.replayed ? retentionEvents.erasureRead(erasure) : retentionEvents.erasureRequested(erasure));
      return erasure;
    });
  }

  private async request(tx: Tx, id: Id, whom: Erased, because: ErasureReason): Promise<void> {
    const { clientId, callerId } = whom;
    if (await this.erasures.isHeld(tx, clientId)) throw new Refusal(holdStands);
    if (await this.erasures.stands(tx, whom)) throw new Refusal(erasureStands);
    if (because === 'retention_over' && !(await this.erasures.isDue(tx, clientId))) throw new Refusal(notDue);
    const { organisationId, membershipId, personId } = tx.actor;
    await this.erasures.add(tx, {
      ...{ id, clientId, callerId, organisationId, state: 'requested', because, version: 1, isHeld: false },
      ...{ requestedAt: tx.now, requestedBy: membershipId, requestedByPerson: personId, notBefore: notBefore(tx.now) },
      ...{ decidedAt: null, decidedBy: null, decidedByPerson: null },
    });
  }
}
