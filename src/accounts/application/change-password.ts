import { Injectable } from '@nestjs/common';
import { sessionOver } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { Refusal } from '../../kernel/refusal.js';
import { accountEvents } from '../domain/accounts.events.js';
import { passwordNotYours } from '../domain/accounts.problems.js';
import { assertGoodPassword } from '../domain/password.js';
import type { Account } from '../persistence/account.store.js';
import type { Caller } from './caller.js';
import { CheckPassword } from './check-password.js';
import { PasswordOwner } from './password-owner.js';

/** Her own, with the present one. Every other session ends: whoever knew the old password is out. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly work: UnitOfWork,
    private readonly password: CheckPassword,
    private readonly owners: PasswordOwner,
  ) {}

  /** @throws Refusal `password_not_accepted`, `password_too_short`, `password_too_easy`, `sign_in_slowed` */
  async by(actor: Actor, change: { current: string; next: string }, from: Caller): Promise<void> {
    const { email, displayName } = await this.accountOf(actor);
    assertGoodPassword(change.next, [email, displayName]);
    const checked = await this.password.of(email, change.current, from);
    if (!checked.good) {
      await this.work.refuse(actor, accountEvents.notAccepted(actor.personId));
      throw new Refusal(passwordNotYours);
    }
    const hash = await this.owners.hash(change.next);
    await this.work.runWithoutClients(actor, async (tx) => {
      const account = await this.password.accept(tx, checked);
      if (account?.id !== actor.personId) throw new Refusal(passwordNotYours);
      const ended = await this.owners.save(tx, account.id, { hash, keep: actor.sessionId });
      tx.record(accountEvents.passwordChanged(account.id, ended));
    });
  }

  private accountOf(actor: Actor): Promise<Account> {
    return this.work.runWithoutClients(actor, async (tx) => {
      const account = await this.owners.find(tx, actor.personId);
      if (!account) throw new Refusal(sessionOver);
      return account;
    });
  }
}
