import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import type { Role } from '../../access/policy.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { nextState } from '../../kernel/move.js';
import { Refusal } from '../../kernel/refusal.js';
import { assertFresh } from '../../kernel/fresh.js';
import {
  membershipFacts,
  membershipLifecycle,
  membershipStateOf,
  type MembershipVerb,
} from '../domain/membership.lifecycle.js';
import { organisationEvents } from '../domain/organisations.events.js';
import { membershipStands, roleMissing } from '../domain/organisations.problems.js';
import type { Colleague, Membership } from '../domain/staff.js';
import { MembershipNotices } from '../persistence/membership-notices.js';
import { StaffStore } from '../persistence/staff.store.js';
import { membershipOf, OwnStaff, type Shown } from './own-staff.js';

/** `role` goes with `change_role`. */
export type MembershipMove = { readonly move: MembershipVerb; readonly role?: Role | undefined };

/** Ends a membership or changes its role, in force on the next request; its sessions end with it. */
@Injectable()
export class MoveMembership {
  constructor(
    private readonly work: UnitOfWork,
    private readonly own: OwnStaff,
    private readonly people: StaffStore,
    private readonly notices: MembershipNotices,
  ) {}

  /** @throws Refusal `last_administrator`, `not_for_yourself`, `membership_stands`, `move_not_open`, `stale`, `not_found` */
  by(actor: Actor, id: Id, expected: number, asked: MembershipMove): Promise<Shown> {
    return this.work.runWithoutClients(actor, async (tx) => {
      const staffId = await this.people.holderOf(tx, actor.organisationId, id);
      if (staffId === undefined) throw new Refusal(notFound);
      const colleague = await this.own.locked(tx, staffId);
      const membership = membershipOf(colleague, id);
      assertFresh(expected, membership.version);
      const facts = membershipFacts(actor, colleague, membership);
      nextState(membershipLifecycle, asked.move, membershipStateOf(membership), facts);
      if (asked.move === 'end') await this.end(tx, membership);
      else await this.changeRole(tx, colleague, membership, asked.role);
      const after = await this.own.now(tx, staffId);
      return { colleague: after, membership: membershipOf(after, id) };
    });
  }

  private async end(tx: Tx, membership: Membership): Promise<void> {
    await this.people.changeMembership(tx, membership, { endedAt: tx.now });
    tx.record(organisationEvents.membershipEnded(membership.id, membership.staffId));
  }

  private async changeRole(tx: Tx, { memberships }: Colleague, membership: Membership, role?: Role): Promise<void> {
    if (role === undefined) throw new Refusal(roleMissing);
    if (memberships.some((each) => each.role === role && each.endedAt === null)) throw new Refusal(membershipStands);
    await this.people.changeMembership(tx, membership, { role });
    await this.notices.tell(tx, 'membership_role_changed', { ...membership, version: membership.version + 1 });
    tx.record(organisationEvents.roleChanged(membership.id, membership.role, role));
  }
}
