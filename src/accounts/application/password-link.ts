import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { newId } from '../../kernel/ids.js';
import { AccountStore } from '../persistence/account.store.js';
import { Invitations, type InvitationLink } from './invitations.js';

/** For whoever no longer knows her password: a link printed on the host, never behind a route, and handed to her alone. */
@Injectable()
export class PasswordLink {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: AccountStore,
    private readonly invitations: Invitations,
  ) {}

  /** Nothing when nobody who may sign in has this address. */
  make(email: string): Promise<InvitationLink | undefined> {
    return this.work.runUnsigned(newId(), async (tx) => {
      const account = await this.accounts.byEmail(tx, email.trim().toLowerCase());
      return account && !account.disabled ? this.invitations.make(tx, account.id) : undefined;
    });
  }
}
