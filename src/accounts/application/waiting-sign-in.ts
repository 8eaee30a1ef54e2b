import { Injectable } from '@nestjs/common';
import type { UnsignedTx } from '../../audit/unit-of-work.js';
import { Refusal } from '../../kernel/refusal.js';
import { pendingOver } from '../domain/second-factor.problems.js';
import type { Choice } from '../domain/session.js';
import { AccountStore } from '../persistence/account.store.js';
import { PendingSignInStore } from '../persistence/pending-sign-in.store.js';
import { SecondFactorStore } from '../persistence/second-factor.store.js';
import { CheckCode, type ShownCode } from './check-code.js';
import { EnrolSecondFactor, type Confirmation } from './enrol-second-factor.js';

/** What stands between password and code. */
@Injectable()
export class WaitingSignIn {
  constructor(
    private readonly pendings: PendingSignInStore,
    private readonly accounts: AccountStore,
    private readonly factors: SecondFactorStore,
    private readonly check: CheckCode,
    private readonly enrolling: EnrolSecondFactor,
  ) {}

  /**
   * The account first, in the order of everybody who locks both.
   *
   * @throws Refusal `sign_in_half_over` when it was finished, is too old, or the account is another by now
   */
  async lock(tx: UnsignedTx, tokenHash: Buffer): Promise<{ personId: string; choice: Choice }> {
    const found = await this.pendings.find(tx, tokenHash);
    const account = found && (await this.accounts.lock(tx, found.staffId));
    const pending = account && (await this.pendings.lock(tx, tokenHash));
    if (!pending || account.disabled || (account.passwordChangedAt ?? '') > pending.madeAt)
      throw new Refusal(pendingOver);
    const choices = await this.accounts.choicesOf(tx, account.id);
    const choice = choices.find(({ membershipId }) => membershipId === pending.membershipId);
    if (!choice) throw new Refusal(pendingOver);
    return { personId: account.id, choice };
  }

  async judge(tx: UnsignedTx, personId: string, shown: ShownCode): Promise<Confirmation> {
    const factor = await this.factors.standing(tx, personId);
    if (!factor) return this.enrolling.confirm(tx, personId, shown);
    const verdict = await this.check.of(tx, factor, shown);
    return { verdict, recoveryCodes: [] };
  }

  use(tx: UnsignedTx, tokenHash: Buffer): Promise<void> {
    return this.pendings.use(tx, tokenHash);
  }
}
