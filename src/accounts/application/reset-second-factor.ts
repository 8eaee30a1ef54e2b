import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { accountEvents } from '../domain/accounts.events.js';
import { ownSecondFactor } from '../domain/second-factor.problems.js';
import { AccountStore } from '../persistence/account.store.js';
import { SecondFactorStore } from '../persistence/second-factor.store.js';

/** For a colleague who lost device and recovery codes: the factor and her sessions end, and the next sign-in sets one up. */
@Injectable()
export class ResetSecondFactor {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: AccountStore,
    private readonly factors: SecondFactorStore,
  ) {}

  /** @throws Refusal `own_second_factor`; `not_found` for whoever does not work in the actor's organisation */
  by(actor: Actor, staffId: Id): Promise<void> {
    return this.work.runWithoutClients(actor, async (tx) => {
      if (staffId === actor.personId) throw new Refusal(ownSecondFactor);
      const places = await this.accounts.choicesOf(tx, staffId);
      if (!places.some(({ organisationId }) => organisationId === actor.organisationId)) throw new Refusal(notFound);
      const stood = await this.factors.reset(tx, staffId);
      tx.record(accountEvents.secondFactorReset(staffId, stood));
    });
  }
}
