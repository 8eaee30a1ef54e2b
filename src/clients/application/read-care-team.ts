import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { notFound } from '../../access/access.problems.js';
import type { DataClass } from '../../access/policy.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { ClientStores } from '../persistence/client-stores.js';
import { heldOf, Records, type ReadRecords } from '../../access/records.js';
import { teamMember, type TeamMember } from './team-member.js';

export interface SeenTeam extends ReadRecords {
  readonly members: readonly TeamMember[];
}

const CLASS: DataClass = 'coordination';

@Injectable()
export class ReadCareTeam {
  constructor(
    private readonly work: UnitOfWork,
    private readonly stores: ClientStores,
    private readonly records: Records,
  ) {}

  /** @throws Refusal `not_found` when there is no such entry, or the class is withheld */
  async one(actor: Actor, clientId: Id, memberId: Id): Promise<TeamMember> {
    const { members } = await this.by(actor, clientId);
    const found = members.find(({ member }) => member.id === memberId && member.clientId === clientId);
    if (!found) throw new Refusal(notFound);
    return found;
  }

  by(actor: Actor, clientId: Id): Promise<SeenTeam> {
    return this.work.run(actor, async (tx) => {
      const { found, ...seen } = await this.records.read(tx, 'care-team:read', clientId, (ids) =>
        this.stores.team.of(tx, ids),
      );
      const teamOf = (id: Id) => found.filter((member) => member.clientId === id);
      for (const { clientId: id, held } of seen.records) {
        const classes = held.read.has(CLASS) ? [CLASS] : [];
        const facts = { count: teamOf(id).length };
        tx.record({ event: 'care_team.read', clientId: id, classes, ground: held.ground, facts });
      }
      const members = found.map((member) =>
        teamMember(teamOf(member.clientId), member, heldOf(seen.records, member.clientId)),
      );
      return { ...seen, members };
    });
  }
}
