import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { instantOf } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { Page, PageRequest } from '../../kernel/page.js';
import { Refusal } from '../../kernel/refusal.js';
import { listedOf, reachNoted } from '../domain/admissions.events.js';
import { dateAhead, reachedBeforeSent } from '../domain/admissions.problems.js';
import type { ReachAttempt } from '../domain/attempt.js';
import { ReachAttemptStore } from '../persistence/reach-attempt.store.js';
import { AdmissionDesk } from './admission-desk.js';

export type ReachWish = Pick<ReachAttempt, 'happenedAt' | 'channel' | 'reached'>;

/** Each time that somebody tried to reach her about a referral: before anybody says that she is out of reach. */
@Injectable()
export class NoteReach {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly desk: AdmissionDesk,
    private readonly reached: ReachAttemptStore,
  ) {}

  /** @throws Refusal `not_found`, `date_ahead`, `reached_before_sent` */
  by(actor: Actor, referralId: Id, receipt: Receipt, wish: ReachWish): Promise<ReachAttempt> {
    return this.work.run(actor, async (tx) => {
      const { referral, on } = await this.desk.referral(tx, 'referral:write', referralId);
      const happenedAt = instantOf(wish.happenedAt);
      if (happenedAt > tx.now) throw new Refusal(dateAhead, { field: 'happenedAt' });
      if (referral.sentAt !== null && happenedAt < referral.sentAt)
        throw new Refusal(reachedBeforeSent, { sentAt: referral.sentAt });
      const { clientId, callerId, round } = referral;
      const of = { referralId, clientId, callerId, round };
      const made = await this.receipts.once(tx, receipt, (id) =>
        this.reached.add(tx, {
          ...{ ...wish, ...of, id, happenedAt },
          ...{ createdAt: tx.now, createdBy: actor.membershipId },
        }),
      );
      const noted = await this.reached.one(tx, made.id);
      if (!noted) throw new Refusal(notFound);
      tx.record(made.replayed ? listedOf('reach_attempt.listed', referral, on, 1) : reachNoted(noted, on));
      return noted;
    });
  }

  /** @throws Refusal `not_found` */
  of(actor: Actor, referralId: Id, page: PageRequest): Promise<Page<ReachAttempt>> {
    return this.work.run(actor, async (tx) => {
      const { referral, on } = await this.desk.referral(tx, 'referral:read', referralId);
      const found = await this.reached.page(tx, referralId, page);
      tx.record(listedOf('reach_attempt.listed', referral, on, found.items.length));
      return found;
    });
  }
}
