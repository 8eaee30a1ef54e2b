import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { assertSteppedUp } from '../../access/step-up.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { accountEvents } from '../domain/accounts.events.js';
import { membershipPresent } from '../domain/accounts.problems.js';
import { noSecondFactor } from '../domain/second-factor.problems.js';
import { mustHaveSecondFactor } from '../domain/second-factor.js';
import { AccountStore } from '../persistence/account.store.js';
import { SecondFactorStore } from '../persistence/second-factor.store.js';
import { SessionStore } from '../persistence/session.store.js';
import type { Caller } from './caller.js';
import { OpenSession, type SignedIn } from './open-session.js';

/** Goes on as another of the actor's own memberships: a new session, and the present one ends. */
@Injectable()
export class SwitchMembership {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly factors: SecondFactorStore,
    private readonly opening: OpenSession,
  ) {}

  /**
   * @throws Refusal `membership_present`; `no_second_factor` and `step_up_needed` when that role asks for a second factor
   *   and this session showed none; `not_found` when the membership is not the actor's or has ended
   */
  async by(actor: Actor, membershipId: Id, from: Caller): Promise<SignedIn> {
    if (membershipId === actor.membershipId) throw new Refusal(membershipPresent);
    const opened = await this.work.runWithoutClients(actor, async (tx) => {
      const choices = await this.accounts.choicesOf(tx, actor.personId);
      const choice = choices.find((each) => each.membershipId === membershipId);
      if (!choice) throw new Refusal(notFound);
      if (mustHaveSecondFactor(choice.role)) await this.assertShown(tx);
      // Of two switches at once only one finds the session still there to end.
      if (!(await this.sessions.end(tx, actor.personId, actor.sessionId))) throw new Refusal(notFound);
      const next = await this.opening.in(tx, { personId: actor.personId, verifiedAt: tx.verifiedAt }, choice, from);
      tx.record(accountEvents.membershipSwitched(next.claims.sessionId, membershipId));
      return next;
    });
    return this.opening.signedIn(opened);
  }

  /** Once in this session is enough, as it is for a sign-in. */
  private async assertShown(tx: Tx): Promise<void> {
    if (tx.verifiedAt !== null) return;
    if (!(await this.factors.standing(tx, tx.actor.personId))) throw new Refusal(noSecondFactor);
    assertSteppedUp(tx);
  }
}
