import type { Held } from '../../access/grants.js';
import { careTeamLifecycle, teamStateOf, type TeamFacts, type TeamMove } from '../domain/care-team.js';
import type { NamedMember } from '../persistence/care-team.store.js';

/** A member of the team, and what this actor may do to the entry next. */
export interface TeamMember {
  readonly member: NamedMember;
  readonly openMoves: readonly TeamMove[];
}

/** What is said with a move, as far as its rules ask. */
interface Said {
  readonly primaryTo?: string | undefined;
  readonly because?: string | undefined;
}

export function teamMember(team: readonly NamedMember[], member: NamedMember, held: Held): TeamMember {
  const facts = teamFacts(team, member, {});
  // Why, and who takes over, is said with the move: that it can be said keeps the move open.
  const asked: TeamFacts = { ...facts, successor: facts.othersOnTeam ? 'on_team' : 'none', hasReason: true };
  const mayChange = held.write.has('coordination');
  return { member, openMoves: mayChange ? careTeamLifecycle.openMoves(teamStateOf(member), asked) : [] };
}

export function teamFacts(team: readonly NamedMember[], member: NamedMember, { primaryTo, because }: Said): TeamFacts {
  const others = team.filter(({ id, endedAt }) => id !== member.id && endedAt === null);
  const there = others.some(({ id }) => id === primaryTo);
  const successor = primaryTo === undefined ? 'none' : there ? 'on_team' : 'elsewhere';
  return { isPrimary: member.isPrimary, othersOnTeam: others.length > 0, successor, hasReason: because !== undefined };
}
