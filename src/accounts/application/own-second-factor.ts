import { Injectable } from '@nestjs/common';
import { sessionOver } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { assertSteppedUp } from '../../access/step-up.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import { Refusal } from '../../kernel/refusal.js';
import { accountEvents } from '../domain/accounts.events.js';
import { noSecondFactor, secondFactorRequired } from '../domain/second-factor.problems.js';
import { mustHaveSecondFactor, type SecondFactor, type SecondFactorStanding } from '../domain/second-factor.js';
import { AccountStore } from '../persistence/account.store.js';
import { SecondFactorStore } from '../persistence/second-factor.store.js';
import type { Caller } from './caller.js';
import { assertGood } from './check-code.js';
import { EnrolSecondFactor, type FactorToConfirm } from './enrol-second-factor.js';
import { FactorKeyring } from './factor-keys.js';

/** The actor's own second factor. Where one stands, changing it takes showing it first. */
@Injectable()
export class OwnSecondFactor {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: AccountStore,
    private readonly factors: SecondFactorStore,
    private readonly enrolling: EnrolSecondFactor,
    private readonly keyring: FactorKeyring,
  ) {}

  show(actor: Actor): Promise<SecondFactorStanding> {
    return this.work.runWithoutClients(actor, async (tx) => {
      const factor = await this.factors.standing(tx, actor.personId);
      const recoveryCodesLeft = factor ? await this.factors.codesLeft(tx, factor.id) : 0;
      const state = factor ? 'stands' : 'none';
      return {
        state,
        required: await this.isRequired(tx),
        confirmedAt: factor?.confirmedAt ?? null,
        recoveryCodesLeft,
      };
    });
  }

  /** @throws Refusal `step_up_needed` where one stands */
  async begin(actor: Actor): Promise<FactorToConfirm> {
    const keys = await this.keyring.now();
    return this.work.runWithoutClients(actor, async (tx) => {
      const account = await this.accounts.lock(tx, actor.personId);
      if (!account) throw new Refusal(sessionOver);
      if (await this.factors.standing(tx, account.id)) assertSteppedUp(tx);
      return this.enrolling.begin(tx, account, keys);
    });
  }

  /**
   * @returns ten recovery codes, shown this once
   * @throws Refusal `no_second_factor_begun`, `code_not_accepted`, `step_up_needed`, `sign_in_slowed`
   */
  async confirm(actor: Actor, code: string, from: Caller): Promise<readonly string[]> {
    const keys = await this.keyring.now();
    const { verdict, recoveryCodes } = await this.work.runWithoutClients(actor, async (tx) => {
      await this.accounts.lock(tx, actor.personId);
      if (await this.factors.standing(tx, actor.personId)) assertSteppedUp(tx);
      const confirmed = await this.enrolling.confirm(tx, actor.personId, { code, keys, from });
      if (confirmed.verdict === 'good') await this.factors.verify(tx, actor.sessionId);
      return confirmed;
    });
    assertGood(verdict);
    return recoveryCodes;
  }

  /** Ten others; those before are worth nothing from then on. */
  async renewCodes(actor: Actor): Promise<readonly string[]> {
    const keys = await this.keyring.now();
    return this.work.runWithoutClients(actor, async (tx) => {
      await this.accounts.lock(tx, actor.personId); // of two at once, the second takes the place of the first
      return this.enrolling.giveCodes(tx, await this.standing(tx), keys);
    });
  }

  /** @throws Refusal `second_factor_required` where a role of the person asks for one; `no_second_factor` */
  remove(actor: Actor): Promise<void> {
    return this.work.runWithoutClients(actor, async (tx) => {
      await this.accounts.lock(tx, actor.personId);
      const factor = await this.standing(tx);
      if (await this.isRequired(tx)) throw new Refusal(secondFactorRequired);
      await this.factors.end(tx, factor.id, 'removed');
      tx.record(accountEvents.secondFactorRemoved(actor.personId));
    });
  }

  private async standing(tx: Tx): Promise<SecondFactor> {
    const factor = await this.factors.standing(tx, tx.actor.personId);
    if (!factor) throw new Refusal(noSecondFactor);
    return factor;
  }

  private async isRequired(tx: Tx): Promise<boolean> {
    return (await this.accounts.choicesOf(tx, tx.actor.personId)).some(({ role }) => mustHaveSecondFactor(role));
  }
}
