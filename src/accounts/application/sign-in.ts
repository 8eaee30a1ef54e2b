import { Injectable } from '@nestjs/common';
import { UnitOfWork, type UnsignedTx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { accountEvents } from '../domain/accounts.events.js';
import { signInNotAccepted } from '../domain/accounts.problems.js';
import type { Choice } from '../domain/session.js';
import { AccountStore } from '../persistence/account.store.js';
import type { Caller } from './caller.js';
import { AskSecondFactor, type SecondFactorAsked } from './ask-second-factor.js';
import { CheckPassword, type Checked } from './check-password.js';
import { FactorKeyring, type FactorKeys } from './factor-keys.js';
import { OpenSession, type OpenedSession, type SignedIn } from './open-session.js';

export interface Entry {
  readonly email: string;
  readonly password: string;
  readonly membershipId?: Id;
}

/** Somebody with several memberships says for which of them this session is. */
export interface ToChoose {
  readonly state: 'choose_membership';
  readonly memberships: readonly Choice[];
}

interface FirstHalf {
  readonly checked: Checked;
  readonly membershipId: Id | undefined;
  readonly keys: FactorKeys;
  readonly caller: Caller;
}

/** The first half of a sign-in, and all of it where no second factor is asked for. */
@Injectable()
export class SignIn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: AccountStore,
    private readonly password: CheckPassword,
    private readonly asking: AskSecondFactor,
    private readonly keyring: FactorKeyring,
    private readonly opening: OpenSession,
  ) {}

  /** @throws Refusal `sign_in_not_accepted`, the same whatever it was that did not fit; `sign_in_slowed` */
  async with(entry: Entry, caller: Caller): Promise<SignedIn | ToChoose | SecondFactorAsked> {
    const checked = await this.password.of(entry.email, entry.password, caller);
    const half = { checked, membershipId: entry.membershipId, keys: await this.keyring.now(), caller };
    const outcome = await this.work.runUnsigned(caller.requestId, async (tx) => {
      const opened = await this.open(tx, half);
      if (!opened) tx.record(accountEvents.notAccepted(checked.account?.id));
      return opened;
    });
    if (!outcome) throw new Refusal(signInNotAccepted);
    return 'state' in outcome ? outcome : this.opening.signedIn(outcome);
  }

  private async open(
    tx: UnsignedTx,
    { checked, membershipId, keys, caller }: FirstHalf,
  ): Promise<OpenedSession | ToChoose | SecondFactorAsked | undefined> {
    const account = await this.password.accept(tx, checked);
    if (!account) return undefined;
    const choices = await this.accounts.choicesOf(tx, account.id);
    const wanted = choices.filter((choice) => membershipId === undefined || choice.membershipId === membershipId);
    const [choice, another] = wanted;
    if (!choice) return undefined;
    if (another) {
      tx.recognise({ personId: account.id });
      tx.record(accountEvents.membershipAsked(account.id));
      return { state: 'choose_membership', memberships: choices };
    }
    const asked = await this.asking.of(tx, account, choice, keys);
    if (asked) return asked;
    const opened = await this.opening.in(tx, { personId: account.id, verifiedAt: null }, choice, caller);
    tx.recognise(opened.claims);
    tx.record(accountEvents.signedIn(opened.claims.sessionId));
    return opened;
  }
}
