import { Injectable } from '@nestjs/common';
import type { UnsignedTx } from '../../audit/unit-of-work.js';
import { accountEvents } from '../domain/accounts.events.js';
import { mustHaveSecondFactor } from '../domain/second-factor.js';
import type { Choice } from '../domain/session.js';
import type { Account } from '../persistence/account.store.js';
import { PendingSignInStore } from '../persistence/pending-sign-in.store.js';
import { SecondFactorStore } from '../persistence/second-factor.store.js';
import { EnrolSecondFactor, type FactorToConfirm } from './enrol-second-factor.js';
import type { FactorKeys } from './factor-keys.js';
import { newSecretToken } from './secret-token.js';

/** The password was right. The token finishes this sign-in, once, and opens nothing else. */
interface Pending {
  readonly pendingToken: string;
  readonly expiresAt: string;
}

export interface SecondFactorNeeded extends Pending {
  readonly state: 'second_factor_needed';
}

/** The role asks for a second factor and the account has none: the secret comes along, and its first code finishes. */
export interface SecondFactorToSetUp extends Pending, FactorToConfirm {
  readonly state: 'second_factor_to_set_up';
}

export type SecondFactorAsked = SecondFactorNeeded | SecondFactorToSetUp;

/** Between password and session: asks for a code where there is a factor, or where the role must have one. */
@Injectable()
export class AskSecondFactor {
  constructor(
    private readonly factors: SecondFactorStore,
    private readonly pendings: PendingSignInStore,
    private readonly enrolling: EnrolSecondFactor,
  ) {}

  /** Nothing where neither is so. */
  async of(tx: UnsignedTx, account: Account, choice: Choice, keys: FactorKeys): Promise<SecondFactorAsked | undefined> {
    const stands = (await this.factors.standing(tx, account.id)) !== undefined;
    if (!stands && !mustHaveSecondFactor(choice.role)) return undefined;
    const { text: pendingToken, hash } = newSecretToken();
    const expiresAt = await this.pendings.make(tx, hash, { staffId: account.id, membershipId: choice.membershipId });
    tx.recognise({ personId: account.id });
    tx.record(accountEvents.secondFactorAsked(account.id, !stands));
    if (stands) return { state: 'second_factor_needed', pendingToken, expiresAt };
    const begun = await this.enrolling.begin(tx, account, keys);
    return { state: 'second_factor_to_set_up', pendingToken, expiresAt, ...begun };
  }
}
