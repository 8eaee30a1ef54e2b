import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { OwnStaff } from '../../organisations/application/own-staff.js';
import { accountDisabled, passwordChosen } from '../domain/accounts.problems.js';
import { Invitations, type InvitationLink } from './invitations.js';

/** Another link for somebody whose first one ran out before she chose a password. */
@Injectable()
export class RenewInvitation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly own: OwnStaff,
    private readonly invitations: Invitations,
  ) {}

  /**
   * @throws Refusal `password_chosen`: whoever can set a password can act as its owner, and from then on the account is
   *   hers; `account_disabled`
   */
  by(actor: Actor, staffId: Id): Promise<InvitationLink> {
    return this.work.runWithoutClients(actor, async (tx) => {
      const colleague = await this.own.locked(tx, staffId);
      if (colleague.activatedAt !== null) throw new Refusal(passwordChosen);
      if (colleague.disabledAt !== null) throw new Refusal(accountDisabled);
      return this.invitations.make(tx, staffId, actor.membershipId);
    });
  }
}
