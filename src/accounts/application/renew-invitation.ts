import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { OwnStaff } from '../../organisations/application/own-staff.js';
import { accountDisabled, accountNotYours } from '../domain/accounts.problems.js';
import { Invitations, type InvitationLink } from './invitations.js';

/** Another link for somebody whose first one ran out, or who no longer knows her password. */
@Injectable()
export class RenewInvitation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly own: OwnStaff,
    private readonly invitations: Invitations,
  ) {}

  /**
   * @throws Refusal `account_not_yours_alone`: whoever can set a password can act as its owner, so nobody sets that of an
   *   account which another organisation trusts too
   */
  by(actor: Actor, staffId: Id): Promise<InvitationLink> {
    return this.work.runWithoutClients(actor, async (tx) => {
      const colleague = await this.own.locked(tx, staffId);
      if (colleague.worksElsewhere && colleague.activatedAt !== null) throw new Refusal(accountNotYours);
      if (colleague.disabledAt !== null) throw new Refusal(accountDisabled);
      return this.invitations.make(tx, staffId, actor.membershipId);
    });
  }
}
