import { Injectable } from '@nestjs/common';
import { UnitOfWork, type UnsignedTx } from '../../audit/unit-of-work.js';
import { Refusal } from '../../kernel/refusal.js';
import { accountEvents } from '../domain/accounts.events.js';
import { invitationOver } from '../domain/accounts.problems.js';
import { assertGoodPassword } from '../domain/password.js';
import type { Account } from '../persistence/account.store.js';
import { InvitationStore, type Invitation } from '../persistence/invitation.store.js';
import type { Caller } from './caller.js';
import { FoundFirst, type FirstAccount } from './found-first.js';
import { PasswordOwner } from './password-owner.js';
import { hashOf } from './secret-token.js';

export interface Acceptance {
  readonly token: string;
  readonly password: string;
  /** For the first administrator's link. */
  readonly first?: FirstAccount | undefined;
}

/** Takes a one-time link: the account gets its password, and can sign in from then on. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly invitations: InvitationStore,
    private readonly owners: PasswordOwner,
    private readonly founding: FoundFirst,
  ) {}

  /** @throws Refusal `invitation_over`, `first_account_needs`, `password_too_short`, `password_too_easy`, `email_taken` */
  async with({ token, password, first }: Acceptance, caller: Caller): Promise<Account> {
    const tokenHash = hashOf(token);
    const { founds, words } = await this.work.runUnsigned(caller.requestId, async (tx) => {
      const standing = await this.invitations.standing(tx, tokenHash);
      if (!standing) throw new Refusal(invitationOver);
      return { founds: standing.staffId === null, words: await this.wordsOf(tx, standing, first) };
    });
    assertGoodPassword(password, words);
    const hash = await this.owners.hash(password);
    return this.work.runUnsigned(caller.requestId, async (tx) => {
      if (founds) await this.invitations.takeTurn(tx);
      const invitation = await this.invitations.lockStanding(tx, tokenHash);
      if (!invitation) throw new Refusal(invitationOver);
      const id = invitation.staffId ?? (await this.founding.in(tx, first));
      const account = await this.owners.give(tx, id, { hash, from: caller, mayReplace: invitation.byHost });
      if (!account) throw new Refusal(invitationOver);
      await this.invitations.accept(tx, invitation.id);
      tx.recognise({ personId: id });
      tx.record(accountEvents.invitationAccepted(id, invitation.id));
      return account;
    });
  }

  private async wordsOf(tx: UnsignedTx, { staffId }: Invitation, first?: FirstAccount): Promise<readonly string[]> {
    const account = staffId === null ? undefined : await this.owners.find(tx, staffId);
    const { email, displayName } = account ?? this.founding.complete(first);
    return [email, displayName];
  }
}
