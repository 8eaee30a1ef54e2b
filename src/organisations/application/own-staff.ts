import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Colleague, Membership } from '../domain/staff.js';
import { OrganisationStore } from '../persistence/organisation.store.js';
import { StaffStore } from '../persistence/staff.store.js';

/** A membership with the one who holds it, on whom its moves depend. */
export interface Shown {
  readonly colleague: Colleague;
  readonly membership: Membership;
}

/** @throws Refusal `not_found` */
export function membershipOf({ memberships }: Colleague, id: Id): Membership {
  const found = memberships.find((each) => each.id === id);
  if (!found) throw new Refusal(notFound);
  return found;
}

/** Somebody of the actor's own organisation, held still until the transaction ends. */
@Injectable()
export class OwnStaff {
  constructor(
    private readonly organisations: OrganisationStore,
    private readonly people: StaffStore,
  ) {}

  /**
   * First the organisation, then the account: two administrators who end each other at once take turns, and the second
   * finds that nobody else would be left.
   *
   * @throws Refusal `not_found` when nobody of the own organisation has this id
   */
  async locked(tx: Tx, id: Id): Promise<Colleague> {
    await this.organisations.lock(tx, tx.actor.organisationId);
    await this.people.lock(tx, id);
    return this.now(tx, id);
  }

  async now(tx: Tx, id: Id): Promise<Colleague> {
    const found = await this.people.find(tx, tx.actor.organisationId, id);
    if (!found) throw new Refusal(notFound);
    return found;
  }
}
