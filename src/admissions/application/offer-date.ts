import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { attemptDone } from '../domain/admissions.events.js';
import { AttemptStore } from '../persistence/attempt.store.js';
import { AdmissionDesk } from './admission-desk.js';
import { AttemptOffering, type OfferWish, type PastWish } from './attempt-offering.js';
import { attemptView, type AttemptView } from './attempt-view.js';

const isPast = (wish: OfferWish | PastWish): wish is PastWish => 'outcome' in wish;

/** A date for somebody who was referred: one that is to come, or one that is over when it is written down. */
@Injectable()
export class OfferDate {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly desk: AdmissionDesk,
    private readonly offering: AttemptOffering,
    private readonly attempts: AttemptStore,
  ) {}

  /** @throws Refusal `not_found`, `not_of_a_caller` and those of `AttemptOffering` */
  by(actor: Actor, referralId: Id, receipt: Receipt, wish: OfferWish | PastWish): Promise<AttemptView> {
    return this.work.run(actor, async (tx) => {
      const at = await this.desk.ofClient(tx, 'attempt:write', referralId);
      const made = await this.receipts.once(tx, receipt, (id) =>
        isPast(wish) ? this.offering.writeDown(tx, at, id, wish) : this.offering.offer(tx, at, id, wish),
      );
      const attempt = await this.attempts.one(tx, made.id);
      if (!attempt) throw new Refusal(notFound);
      if (made.replayed) tx.record(attemptDone('attempt.read', attempt, at.on));
      return attemptView(tx, attempt);
    });
  }
}
