import { Injectable } from '@nestjs/common';
import type { Role } from '../../access/policy.js';
import type { Work } from '../../audit/unit-of-work.js';
import { newId, type Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import type { OrganisationFacts } from '../domain/organisation.js';
import { organisationEvents } from '../domain/organisations.events.js';
import { emailTaken } from '../domain/organisations.problems.js';
import type { NewStaff } from '../domain/staff.js';
import { OrganisationStore } from '../persistence/organisation.store.js';
import { StaffStore } from '../persistence/staff.store.js';

export interface MembershipToFound {
  readonly id?: Id;
  readonly staffId: Id;
  readonly organisationId: Id;
  readonly role: Role;
}

/**
 * Makes organisations, accounts and memberships inside a transaction, with ids that the caller may give. It asks no
 * permission: whoever calls it has answered that. An account is without a password until accounts give it one.
 */
@Injectable()
export class FoundPeople {
  constructor(
    private readonly organisations: OrganisationStore,
    private readonly people: StaffStore,
  ) {}

  async organisation(tx: Work, { id, ...facts }: OrganisationFacts & { readonly id: Id }): Promise<void> {
    await this.organisations.add(tx, { id, ...facts, createdAt: tx.now, closedAt: null, version: 1 });
    tx.record(organisationEvents.registered(id));
  }

  /** @throws Refusal `email_taken` */
  async staff(tx: Work, { id, ...facts }: NewStaff & { readonly id: Id }): Promise<void> {
    const empty = { activatedAt: null, disabledAt: null, version: 1 };
    if (!(await this.people.add(tx, { id, ...facts, createdAt: tx.now, ...empty }))) throw new Refusal(emailTaken);
    tx.record(organisationEvents.staffAdded(id));
  }

  async membership(tx: Work, { id = newId(), ...of }: MembershipToFound): Promise<Id> {
    await this.people.addMembership(tx, { id, ...of, startedAt: tx.now, endedAt: null, version: 1 });
    tx.record(organisationEvents.membershipStarted(id, of.staffId, of.role));
    return id;
  }
}
