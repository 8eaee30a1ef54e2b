import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { notFound } from '../../access/access.problems.js';
import { Grants } from '../../access/grants.js';
import { ROLE_CEILINGS, type Role } from '../../access/policy.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { alreadyOnTeam, roleNotOnTeams, workerNotHere } from '../domain/clients.problems.js';
import { ClientStores } from '../persistence/client-stores.js';
import { teamMember, type TeamMember } from './team-member.js';

export interface JoiningMember {
  readonly clientId: Id;
  readonly membershipId: Id;
  /** Takes over from whoever is the primary worker now. */
  readonly primary: boolean;
}

/** Roles whose work is with clients one by one. A coordinator sees them all without being on a team. */
const TEAM_ROLES: readonly Role[] = (Object.keys(ROLE_CEILINGS) as Role[]).filter(
  (role) => role !== 'coordinator' && role !== 'client' && ROLE_CEILINGS[role]?.read.length,
);

@Injectable()
export class JoinCareTeam {
  constructor(
    private readonly work: UnitOfWork,
    private readonly grants: Grants,
    private readonly receipts: Receipts,
    private readonly stores: ClientStores,
  ) {}

  /** @throws Refusal `worker_not_here`, `role_not_on_teams`, `already_on_team` */
  by(actor: Actor, receipt: Receipt, wanted: JoiningMember): Promise<TeamMember> {
    const { clientId } = wanted;
    return this.work.run(actor, async (tx) => {
      const held = await this.grants.permit(tx, 'care-team:change', clientId, { write: 'coordination' });
      const { id, replayed } = await this.receipts.once(tx, receipt, (newId) => this.join(tx, newId, wanted));
      const team = await this.stores.team.of(tx, [clientId]);
      const member = team.find((one) => one.id === id);
      if (!member) throw new Refusal(notFound);
      const facts = { memberId: id, membershipId: member.membershipId, primary: member.isPrimary };
      const event = replayed ? 'care_team.read' : 'care_team.joined';
      tx.record({ event, clientId, classes: ['coordination'], ground: held.ground, facts });
      return teamMember(team, member, held);
    });
  }

  private async join(tx: Tx, id: Id, { clientId, membershipId, primary }: JoiningMember): Promise<void> {
    const { team } = this.stores;
    await this.admit(tx, clientId, membershipId);
    const standing = (await team.of(tx, [clientId])).filter(({ endedAt }) => endedAt === null);
    const there = standing.find((one) => one.membershipId === membershipId);
    if (there) throw new Refusal(alreadyOnTeam, { memberId: there.id });
    const before = standing.find(({ isPrimary }) => isPrimary);
    if (primary && before) await team.change(tx, before, { isPrimary: false });
    await team.add(tx, {
      ...{ id, clientId, class: 'coordination', membershipId, isPrimary: primary || standing.length === 0 },
      ...{ startedAt: tx.now, endedAt: null, endedBecause: null, createdBy: tx.actor.membershipId, version: 1 },
    });
  }

  /** @throws Refusal `worker_not_here`, `role_not_on_teams` */
  private async admit(tx: Tx, clientId: Id, membershipId: Id): Promise<void> {
    const { team } = this.stores;
    const worker = await team.joining(tx, membershipId);
    const isColleague = worker?.organisationId === tx.actor.organisationId;
    if (worker && isColleague && !TEAM_ROLES.includes(worker.role as Role))
      throw new Refusal(roleNotOnTeams, { role: worker.role, roles: TEAM_ROLES });
    await team.takeTurn(tx, clientId); // a consent that is taken back at this moment comes before or after, never beside
    if (!worker || !(await team.mayJoin(tx, membershipId, clientId))) throw new Refusal(workerNotHere);
  }
}
