import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/transaction.js';
import type { Work } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { AccountStore, type Account } from '../persistence/account.store.js';
import { NO_SESSION, SessionStore } from '../persistence/session.store.js';
import type { Caller } from './caller.js';
import { CountMisses } from './count-misses.js';
import { PasswordHashing } from './password-hashing.js';

export interface Gift {
  readonly hash: string;
  readonly from: Caller;
  readonly mayReplace: boolean;
}

/** Gives an account a new password, and ends the sessions that the old one opened. */
@Injectable()
export class PasswordOwner {
  constructor(
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly passwords: PasswordHashing,
    private readonly misses: CountMisses,
  ) {}

  find(tx: Transaction, id: Id): Promise<Account | undefined> {
    return this.accounts.lock(tx, id);
  }

  hash(password: string): Promise<string> {
    return this.passwords.hash(password);
  }

  /** @returns how many sessions ended; all of them but the one to keep */
  async save(tx: Work, id: Id, { hash, keep }: { hash: string; keep?: Id }): Promise<number> {
    await this.accounts.savePassword(tx, id, hash);
    return this.sessions.endOthers(tx, id, keep ?? NO_SESSION);
  }

  /**
   * To whoever proved by a link that the account is hers: earlier misses are forgotten too. Nobody when it is disabled,
   * or has a password and this link may not replace it.
   */
  async give(tx: Work, id: Id, by: Gift): Promise<Account | undefined> {
    const account = await this.accounts.lock(tx, id);
    if (!account || account.disabled || (account.passwordHash !== null && !by.mayReplace)) return undefined;
    await this.save(tx, id, { hash: by.hash });
    await this.misses.forget(tx, account.email, by.from);
    return account;
  }
}
