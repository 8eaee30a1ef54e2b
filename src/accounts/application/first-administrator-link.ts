import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { newId } from '../../kernel/ids.js';
import { AccountStore } from '../persistence/account.store.js';
import { Invitations, type InvitationLink } from './invitations.js';

/** How the first account comes to be: a link printed on the host, for whoever can read what the host prints. */
@Injectable()
export class FirstAdministratorLink {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: AccountStore,
    private readonly invitations: Invitations,
  ) {}

  /** A new one in place of the one before, or nothing when somebody can administer already. */
  make(): Promise<InvitationLink | undefined> {
    return this.work.runUnsigned(newId(), async (tx) => {
      if (await this.accounts.anyAdministrator(tx)) return undefined;
      return this.invitations.make(tx, null);
    });
  }
}
