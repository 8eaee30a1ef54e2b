import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { sessionOver } from '../../access/access.problems.js';
import { UnitOfWork, type Work } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { AccountStore, type Account } from '../persistence/account.store.js';
import { NO_SESSION, SessionStore } from '../persistence/session.store.js';
import { PasswordHashing } from './password-hashing.js';

/** A new password for an account, and the end of the sessions that the old one opened. */
@Injectable()
export class SavePassword {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly passwords: PasswordHashing,
  ) {}

  ownerOf(actor: Actor): Promise<Account> {
    return this.work.runWithoutClients(actor, async (tx) => {
      const account = await this.accounts.lock(tx, actor.personId);
      if (!account) throw new Refusal(sessionOver);
      return account;
    });
  }

  hash(password: string): Promise<string> {
    return this.passwords.hash(password);
  }

  /** @returns how many sessions ended; all of them but the one to keep */
  async in(tx: Work, accountId: Id, { hash, keep }: { hash: string; keep?: Id }): Promise<number> {
    await this.accounts.savePassword(tx, accountId, hash);
    return this.sessions.endOthers(tx, accountId, keep ?? NO_SESSION);
  }
}
