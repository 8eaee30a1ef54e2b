import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { FoundPeople, type MembershipToFound } from '../../organisations/application/found-people.js';
import type { OrganisationFacts } from '../../organisations/domain/organisation.js';
import type { NewStaff } from '../../organisations/domain/staff.js';
import { PasswordHashing } from './password-hashing.js';
import { PasswordOwner } from './password-owner.js';

/** People who are there from the start, such as those of the demo, with the ids that they are to have. */
export interface PeopleToFound {
  readonly organisations: readonly (OrganisationFacts & { readonly id: Id })[];
  readonly staff: readonly (NewStaff & { readonly id: Id; readonly password: string })[];
  readonly memberships: readonly (MembershipToFound & { readonly id: Id })[];
}

export type PreparedPeople = Omit<PeopleToFound, 'staff'> & {
  readonly staff: readonly (NewStaff & { readonly id: Id; readonly hash: string })[];
};

/**
 * Makes whole accounts without asking anybody: for the demo and for tests, never behind a route. `prepare` does the
 * hashing, which has no business inside a transaction; then `in` writes everything in one.
 */
@Injectable()
export class FoundAccounts {
  constructor(
    private readonly founding: FoundPeople,
    private readonly passwords: PasswordHashing,
    private readonly owners: PasswordOwner,
  ) {}

  async prepare({ staff, ...others }: PeopleToFound): Promise<PreparedPeople> {
    const hashed = staff.map(async ({ password, ...person }) => ({
      ...person,
      hash: await this.passwords.hash(password),
    }));
    return { ...others, staff: await Promise.all(hashed) };
  }

  async in(tx: Work, { organisations, staff, memberships }: PreparedPeople): Promise<void> {
    for (const organisation of organisations) await this.founding.organisation(tx, organisation);
    for (const { hash, ...person } of staff) {
      await this.founding.staff(tx, person);
      await this.owners.save(tx, person.id, { hash });
    }
    for (const membership of memberships) await this.founding.membership(tx, membership);
  }
}
