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

  /** One more, or nothing when somebody can administer already. They all end when one of them was taken. */
  make(): Promise<InvitationLink | undefined> {
    return this.work.runUnsigned(newId(), async (tx) => {
      if (await this.accounts.anyAdministrator(tx)) return undefined;
      return this.invitations.make(tx, null);
    });
  }
}
