import { Injectable } from '@nestjs/common';
import type { Role } from '../../access/policy.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import type { Colleague, NewStaff } from '../domain/staff.js';
import { MembershipNotices } from '../persistence/membership-notices.js';
import { FoundPeople } from './found-people.js';
import { OwnStaff } from './own-staff.js';

/** A new account with its first role, of the actor's own organisation. */
@Injectable()
export class AddStaff {
  constructor(
    private readonly receipts: Receipts,
    private readonly founding: FoundPeople,
    private readonly own: OwnStaff,
    private readonly notices: MembershipNotices,
  ) {}

  /**
   * @param then what belongs to a new account; left out when the request came again
   * @throws Refusal `email_taken`
   */
  async in(
    tx: Tx,
    { role, ...facts }: NewStaff & { readonly role: Role },
    receipt: Receipt,
    then: (id: Id) => Promise<void>,
  ): Promise<Colleague> {
    const { organisationId } = tx.actor;
    const { id } = await this.receipts.once(tx, receipt, async (staffId) => {
      await this.founding.staff(tx, { id: staffId, ...facts });
      const id = await this.founding.membership(tx, { staffId, organisationId, role });
      await this.notices.tell(tx, 'membership_given', { id, version: 1 });
      await then(staffId);
    });
    return this.own.now(tx, id);
  }
}
