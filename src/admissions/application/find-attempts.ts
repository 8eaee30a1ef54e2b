import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import type { Page, PageRequest } from '../../kernel/page.js';
import { attemptDone, listedOf } from '../domain/admissions.events.js';
import { AttemptStore } from '../persistence/attempt.store.js';
import { AdmissionDesk } from './admission-desk.js';
import { attemptView, type AttemptView } from './attempt-view.js';

/** The ledger of a referral: every date, in the order in which they were offered. */
@Injectable()
export class FindAttempts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: AdmissionDesk,
    private readonly attempts: AttemptStore,
  ) {}

  /** @throws Refusal `not_found`, `not_of_a_caller` */
  of(actor: Actor, referralId: Id, page: PageRequest): Promise<Page<AttemptView>> {
    return this.work.run(actor, async (tx) => {
      const { referral, on } = await this.desk.ofClient(tx, 'attempt:read', referralId);
      const found = await this.attempts.page(tx, referralId, page);
      tx.record(listedOf('attempt.listed', referral, on, found.items.length));
      return { ...found, items: found.items.map((attempt) => attemptView(tx, attempt)) };
    });
  }

  /** @throws Refusal `not_found` */
  one(actor: Actor, id: Id): Promise<AttemptView> {
    return this.work.run(actor, async (tx) => {
      const { attempt, on } = await this.desk.attempt(tx, 'attempt:read', id);
      tx.record(attemptDone('attempt.read', attempt, on));
      return attemptView(tx, attempt);
    });
  }
}
