import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { notFound } from '../../access/access.problems.js';
import { Grants, withheldFrom, type Held, type Withheld } from '../../access/grants.js';
import type { DataClass } from '../../access/policy.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { ClientStores } from '../persistence/client-stores.js';
import { Records } from './records.js';
import { teamMember, type TeamMember } from './team-member.js';

export interface SeenTeam {
  readonly members: readonly TeamMember[];
  readonly held: Held;
  readonly withheld: readonly Withheld[];
}

const CLASS: DataClass = 'coordination';

@Injectable()
export class ReadCareTeam {
  constructor(
    private readonly work: UnitOfWork,
    private readonly grants: Grants,
    private readonly stores: ClientStores,
    private readonly records: Records,
  ) {}

  /** @throws Refusal `not_found` when there is no such entry, or the class is withheld */
  async one(actor: Actor, clientId: Id, memberId: Id): Promise<TeamMember> {
    const { members } = await this.by(actor, clientId);
    const found = members.find(({ member }) => member.id === memberId);
    if (!found) throw new Refusal(notFound);
    return found;
  }

  by(actor: Actor, clientId: Id): Promise<SeenTeam> {
    return this.work.run(actor, async (tx) => {
      const ids = await this.records.of(tx, clientId);
      const [held, team] = await Promise.all([
        this.grants.permit(tx, 'care-team:read', clientId),
        this.stores.team.of(tx, ids),
      ]);
      const classes = held.read.has(CLASS) ? [CLASS] : [];
      tx.record({ event: 'care_team.read', clientId, classes, ground: held.ground, facts: { count: team.length } });
      const members = team.map((member) => teamMember(team, member, held));
      return { members, held, withheld: withheldFrom(actor, held) };
    });
  }
}
