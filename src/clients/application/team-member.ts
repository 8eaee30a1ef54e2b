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

/** Why, and who takes over, is said with the move: that it can be said keeps the move open. */
export function openFacts(team: readonly NamedMember[], member: NamedMember): TeamFacts {
  const facts = teamFacts(team, member, {});
  return { ...facts, successor: facts.othersOnTeam ? 'on_team' : 'none', hasReason: true };
}

export function teamMember(team: readonly NamedMember[], member: NamedMember, held: Held): TeamMember {
  const mayChange = held.write.has('coordination');
  const moves = mayChange ? careTeamLifecycle.openMoves(teamStateOf(member), openFacts(team, member)) : [];
  return { member, openMoves: moves };
}

export function teamFacts(team: readonly NamedMember[], member: NamedMember, { primaryTo, because }: Said): TeamFacts {
  const others = team.filter(({ id, endedAt }) => id !== member.id && endedAt === null);
  const there = others.some(({ id }) => id === primaryTo);
  const successor = primaryTo === undefined ? 'none' : there ? 'on_team' : 'elsewhere';
  return { isPrimary: member.isPrimary, othersOnTeam: others.length > 0, successor, hasReason: because !== undefined };
}
