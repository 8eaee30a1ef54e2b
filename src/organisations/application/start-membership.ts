import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import type { Role } from '../../access/policy.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { membershipStands, notForYourself } from '../domain/organisations.problems.js';
import { MembershipNotices } from '../persistence/membership-notices.js';
import { StaffStore } from '../persistence/staff.store.js';
import { FoundPeople } from './found-people.js';
import { membershipOf, type Shown } from './own-staff.js';

/**
 * Gives an account a role in the actor's own organisation: to somebody who works here, or to somebody who works
 * elsewhere and told her account id, which nobody can guess.
 */
@Injectable()
export class StartMembership {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly people: StaffStore,
    private readonly founding: FoundPeople,
    private readonly notices: MembershipNotices,
  ) {}

  /**
   * @throws Refusal `not_for_yourself`; `not_found` when there is no such account, or nobody chose a password for it yet
   *   and so nobody can have told its id; `membership_stands`
   */
  by(actor: Actor, staffId: Id, role: Role, receipt: Receipt): Promise<Shown> {
    if (staffId === actor.personId) throw new Refusal(notForYourself);
    return this.work.runWithoutClients(actor, async (tx) => {
      const { id } = await this.receipts.once(tx, receipt, async (membershipId) => {
        await this.assertNew(tx, staffId, role);
        await this.founding.membership(tx, {
          id: membershipId,
          staffId,
          organisationId: actor.organisationId,
          role,
        });
        await this.notices.tell(tx, 'membership_given', { id: membershipId, version: 1 });
      });
      const colleague = await this.people.find(tx, actor.organisationId, staffId);
      if (!colleague) throw new Refusal(notFound);
      return { colleague, membership: membershipOf(colleague, id) };
    });
  }

  private async assertNew(tx: Tx, staffId: Id, role: Role): Promise<void> {
    const standing = await this.people.lock(tx, staffId);
    const colleague = await this.people.find(tx, tx.actor.organisationId, staffId);
    if (!colleague && !standing?.activated) throw new Refusal(notFound);
    const stands = colleague?.memberships.some((each) => each.role === role && each.endedAt === null) ?? false;
    if (stands) throw new Refusal(membershipStands);
  }
}
