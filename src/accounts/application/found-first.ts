import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/unit-of-work.js';
import { newId, type Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { FoundPeople } from '../../organisations/application/found-people.js';
import type { OrganisationFacts } from '../../organisations/domain/organisation.js';
import type { NewStaff } from '../../organisations/domain/staff.js';
import { firstAccountNeeds, invitationOver } from '../domain/accounts.problems.js';
import { AccountStore } from '../persistence/account.store.js';

/** The first administrator and the organisation that she administers. */
export interface FirstAccount extends NewStaff {
  readonly organisation: OrganisationFacts;
}

@Injectable()
export class FoundFirst {
  constructor(
    private readonly accounts: AccountStore,
    private readonly founding: FoundPeople,
  ) {}

  /** @throws Refusal `first_account_needs` */
  complete(first: FirstAccount | undefined): FirstAccount {
    if (!first) throw new Refusal(firstAccountNeeds);
    return first;
  }

  /**
   * In turn: of two who come by two links at once, the second finds the first.
   *
   * @throws Refusal `invitation_over` when somebody can administer already: the link was for an empty house
   */
  async in(tx: Work, given: FirstAccount | undefined): Promise<Id> {
    const { organisation, ...staff } = this.complete(given);
    if (await this.accounts.anyAdministrator(tx)) throw new Refusal(invitationOver);
    const [id, organisationId] = [newId(), newId()];
    await this.founding.organisation(tx, { id: organisationId, ...organisation });
    await this.founding.staff(tx, { id, ...staff });
    await this.founding.membership(tx, { staffId: id, organisationId, role: 'administrator' });
    return id;
  }
}
