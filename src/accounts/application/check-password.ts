import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Work } from '../../audit/unit-of-work.js';
import { AccountStore, type Account } from '../persistence/account.store.js';
import type { Caller } from './caller.js';
import { CountMisses, type Counters } from './count-misses.js';
import { PasswordHashing } from './password-hashing.js';

/** A password as it was judged, before the transaction that acts on it. */
export interface Checked {
  /** Whose address it is, if anybody's. */
  readonly account: Account | undefined;
  readonly good: boolean;
  readonly counters: Counters;
  /** The same password at today's cost, where it was kept at a lower one. */
  readonly stronger: string | undefined;
}

/** Counts, then verifies between two transactions: verifying takes longer than both of them. */
@Injectable()
export class CheckPassword {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: AccountStore,
    private readonly misses: CountMisses,
    private readonly passwords: PasswordHashing,
  ) {}

  /** @throws Refusal `sign_in_slowed` when it is not time yet, `sign_in_busy` when too many ask at once */
  async of(email: string, password: string, caller: Caller): Promise<Checked> {
    const [account, counters] = await this.work.runUnsigned(caller.requestId, async (tx) => {
      const found = await this.accounts.byEmail(tx, email);
      return [found, await this.misses.charge(tx, email, { id: found?.id, from: caller })] as const;
    });
    const good = await this.passwords.verify(account?.passwordHash, password);
    const weak = good && account?.passwordHash && this.passwords.isWeak(account.passwordHash);
    return { account, good, counters, stronger: weak ? await this.passwords.hash(password) : undefined };
  }

  /** The account, locked, when the password still stands: it, or the account, may have changed since it was judged. */
  async accept(tx: Work, { account, good, counters, stronger }: Checked): Promise<Account | undefined> {
    if (!good || !account?.passwordHash) return undefined;
    const now = await this.accounts.lock(tx, account.id);
    if (!now || now.disabled || now.passwordChangedAt !== account.passwordChangedAt) return undefined;
    await this.misses.refund(tx, counters);
    if (stronger !== undefined)
      await this.accounts.rehash(tx, account.id, { from: account.passwordHash, to: stronger });
    return now;
  }
}
