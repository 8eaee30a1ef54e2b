import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import type { Role } from '../../access/policy.js';
import type { Receipt } from '../../audit/receipts.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { AddStaff } from '../../organisations/application/add-staff.js';
import type { Colleague, NewStaff } from '../../organisations/domain/staff.js';
import { Invitations, type InvitationLink } from './invitations.js';

export interface Invited {
  readonly colleague: Colleague;
  /** Absent when the request came again: the link was shown once and is not kept. */
  readonly invitation: InvitationLink | undefined;
}

/** A new account of the actor's own organisation, with its first role and a link to choose a password. */
@Injectable()
export class InviteStaff {
  constructor(
    private readonly work: UnitOfWork,
    private readonly adding: AddStaff,
    private readonly invitations: Invitations,
  ) {}

  /** @throws Refusal `email_taken` */
  by(actor: Actor, wanted: NewStaff & { readonly role: Role }, receipt: Receipt): Promise<Invited> {
    return this.work.runWithoutClients(actor, async (tx) => {
      let invitation: InvitationLink | undefined;
      const colleague = await this.adding.in(tx, wanted, receipt, async (id) => {
        invitation = await this.invitations.make(tx, id, actor.membershipId);
      });
      return { colleague, invitation };
    });
  }
}
