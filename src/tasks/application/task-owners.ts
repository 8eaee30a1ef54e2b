import { Injectable } from '@nestjs/common';
import type { Role } from '../../access/policy.js';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Task, TaskOwner } from '../domain/task.js';
import { ownerDoesNotSee, ownerElsewhere, ownerUnknown } from '../domain/task.problems.js';
import { OwnerStore } from '../persistence/owner.store.js';

/** One membership, or a role, in the actor's organisation where none is named. */
export interface OwnerWish {
  readonly membershipId?: Id;
  readonly organisationId?: Id;
  readonly role?: Role;
}

@Injectable()
export class TaskOwners {
  constructor(private readonly owners: OwnerStore) {}

  /**
   * @throws Refusal `owner_unknown`; `owner_does_not_see` when nobody stands behind this owner who may see the class;
   *   `owner_not_here` for a task about no client
   */
  async resolve(tx: Tx, wish: OwnerWish, task: Pick<Task, 'clientId' | 'class'>): Promise<TaskOwner> {
    const owner = await this.named(tx, wish);
    if (await this.owners.stands(tx, owner, task)) return owner;
    throw task.class === null ? new Refusal(ownerElsewhere) : new Refusal(ownerDoesNotSee, { class: task.class });
  }

  /** Of the actor's organisation: where a task says nothing, its days are days there. */
  async zoneHere(tx: Tx): Promise<string> {
    const zone = await this.owners.zoneOf(tx, tx.actor.organisationId);
    if (zone === undefined) throw new Error('The organisation of the actor is not there.');
    return zone;
  }

  private async named(tx: Tx, { membershipId, organisationId, role }: OwnerWish): Promise<TaskOwner> {
    if (membershipId === undefined) {
      if (role === undefined) throw new Refusal(ownerUnknown);
      const there = organisationId ?? tx.actor.organisationId;
      return { ownerOrganisationId: there, ownerMembershipId: null, ownerRole: role };
    }
    const works = role === undefined ? await this.owners.organisationOf(tx, membershipId) : undefined;
    if (works === undefined || (organisationId !== undefined && organisationId !== works))
      throw new Refusal(ownerUnknown);
    return { ownerOrganisationId: works, ownerMembershipId: membershipId, ownerRole: null };
  }
}
