import { Injectable } from '@nestjs/common';
import type { Id } from '../../kernel/ids.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import type { Task, TaskOwner } from '../domain/task.js';

const ORGANISATION_OF: Statement = {
  name: 'owner-organisation',
  text: 'SELECT organisation_id FROM membership WHERE id = $1',
};
const ZONE_OF: Statement = { name: 'owner-zone', text: 'SELECT time_zone FROM organisation WHERE id = $1' };
const STANDS: Statement = { name: 'keeper-stands', text: 'SELECT keeper_stands_for($1, $2, $3, $4, $5) AS stands' };

@Injectable()
export class OwnerStore {
  async organisationOf(tx: Transaction, membershipId: Id): Promise<Id | undefined> {
    return (await tx.query<{ organisation_id: Id }>(ORGANISATION_OF, [membershipId]))[0]?.organisation_id;
  }

  async zoneOf(tx: Transaction, organisationId: Id): Promise<string | undefined> {
    return (await tx.query<{ time_zone: string }>(ZONE_OF, [organisationId]))[0]?.time_zone;
  }

  /** Whether somebody stands behind this owner who may see what the task is about. */
  async stands(tx: Transaction, owner: TaskOwner, task: Pick<Task, 'clientId' | 'class'>): Promise<boolean> {
    const { ownerMembershipId, ownerOrganisationId, ownerRole } = owner;
    const values = [ownerMembershipId, ownerOrganisationId, ownerRole, task.clientId, task.class];
    return (await tx.query<{ stands: boolean }>(STANDS, values))[0]?.stands ?? false;
  }
}
