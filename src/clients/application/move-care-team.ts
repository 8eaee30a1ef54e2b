import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { notFound } from '../../access/access.problems.js';
import { Grants } from '../../access/grants.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { nextState } from '../../kernel/move.js';
import { Refusal } from '../../kernel/refusal.js';
import { assertFresh } from '../../kernel/fresh.js';
import { careTeamLifecycle, teamStateOf, type LeftBecause, type TeamMove } from '../domain/care-team.js';
import type { NamedMember } from '../persistence/care-team.store.js';
import { ClientStores } from '../persistence/client-stores.js';
import { openFacts, teamFacts, teamMember, type TeamMember } from './team-member.js';

export interface WantedMove {
  readonly clientId: Id;
  readonly memberId: Id;
  readonly expected: number;
  readonly move: TeamMove;
  /** With `end`. */
  readonly because?: LeftBecause;
  /** With `end`: the entry of the team that takes over as primary worker. */
  readonly primaryTo?: Id;
}

/** Ends somebody's time on the team, or makes them the primary worker. Access is gone with the end. */
@Injectable()
export class MoveCareTeam {
  constructor(
    private readonly work: UnitOfWork,
    private readonly grants: Grants,
    private readonly stores: ClientStores,
  ) {}

  /** @throws Refusal `stale`, `move_not_open`, `primary_already`, `primary_needs_successor`, `successor_not_on_team` */
  by(actor: Actor, wanted: WantedMove): Promise<TeamMember> {
    const { clientId, memberId, expected } = wanted;
    return this.work.run(actor, async (tx) => {
      const held = await this.grants.permit(tx, 'care-team:change', clientId, { write: 'coordination' });
      await this.stores.team.takeTurn(tx, clientId);
      const team = await this.stores.team.of(tx, [clientId]);
      const member = team.find(({ id }) => id === memberId);
      if (!member) throw new Refusal(notFound);
      assertFresh(expected, member.version);
      const facts = wanted.move === 'end' ? teamFacts(team, member, wanted) : openFacts(team, member);
      nextState(careTeamLifecycle, wanted.move, teamStateOf(member), facts);
      const after =
        wanted.move === 'end' ? await this.end(tx, team, member, wanted) : await this.makePrimary(tx, team, member);
      const entry = { memberId, membershipId: member.membershipId, version: after.version };
      const event = wanted.move === 'end' ? 'care_team.left' : 'care_team.primary_changed';
      tx.record({ event, clientId, classes: ['coordination'], ground: held.ground, facts: entry });
      const now = team.map((one) => (one.id === after.id ? after : one));
      return teamMember(now, after, held);
    });
  }

  private async makePrimary(tx: Tx, team: readonly NamedMember[], member: NamedMember): Promise<NamedMember> {
    const before = team.find(({ isPrimary, endedAt }) => isPrimary && endedAt === null);
    if (before) await this.save(tx, before, { isPrimary: false });
    return this.save(tx, member, { isPrimary: true });
  }

  /** The successor first: whoever ends their own time may change nothing afterwards. */
  private async end(
    tx: Tx,
    team: readonly NamedMember[],
    member: NamedMember,
    { because, primaryTo }: WantedMove,
  ): Promise<NamedMember> {
    const next = team.find(({ id }) => id === primaryTo);
    const leaving = next && member.isPrimary ? await this.save(tx, member, { isPrimary: false }) : member;
    if (next && member.isPrimary) await this.save(tx, next, { isPrimary: true });
    return this.save(tx, leaving, { endedAt: tx.now, endedBecause: because ?? 'other' });
  }

  private async save(tx: Tx, member: NamedMember, to: Partial<NamedMember>): Promise<NamedMember> {
    if (!(await this.stores.team.change(tx, member, to))) assertFresh(member.version, member.version + 1);
    return { ...member, ...to, version: member.version + 1 };
  }
}
