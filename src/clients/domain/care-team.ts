import type { Id } from '../../kernel/ids.js';
import { lifecycle } from '../../kernel/lifecycle.js';
import type { Problem } from '../../kernel/refusal.js';
import { leavingNeedsReason, primaryAlready, primaryNeedsSuccessor, successorNotOnTeam } from './clients.problems.js';

export const LEFT_BECAUSE = [
  'client_asked',
  'worker_left',
  'handed_over',
  'other_team',
  'relationship_disclosed',
  'other',
] as const;
export type LeftBecause = (typeof LEFT_BECAUSE)[number];

/** One worker's time on a client's care team. Access follows from it, and ends with it. */
export interface CareTeamMember {
  readonly id: Id;
  readonly clientId: Id;
  readonly class: 'coordination';
  readonly membershipId: Id;
  readonly isPrimary: boolean;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly endedBecause: LeftBecause | null;
  readonly createdBy: Id;
  readonly version: number;
}

export type TeamState = 'on_team' | 'left';
export type TeamMove = 'make_primary' | 'end';

export interface TeamFacts {
  readonly isPrimary: boolean;
  readonly othersOnTeam: boolean;
  /** Who is named to be primary next: on the team, not on it, or nobody named. */
  readonly successor: 'on_team' | 'elsewhere' | 'none';
  readonly hasReason: boolean;
}

const alreadyPrimary = ({ isPrimary }: TeamFacts): Problem | undefined => (isPrimary ? primaryAlready : undefined);
/** While others stay, somebody of them is the one she can turn to. */
const withoutSuccessor = ({ isPrimary, othersOnTeam, successor }: TeamFacts): Problem | undefined =>
  isPrimary && othersOnTeam && successor === 'none' ? primaryNeedsSuccessor : undefined;
const withoutReason = ({ hasReason }: TeamFacts): Problem | undefined => (hasReason ? undefined : leavingNeedsReason);
const successorElsewhere = ({ successor }: TeamFacts): Problem | undefined =>
  successor === 'elsewhere' ? successorNotOnTeam : undefined;

export const careTeamLifecycle = lifecycle<TeamState, TeamMove, TeamFacts>({
  initial: 'on_team',
  final: ['left'],
  moves: {
    make_primary: { from: ['on_team'], to: 'on_team', unless: [alreadyPrimary] },
    end: { from: ['on_team'], to: 'left', unless: [withoutReason, withoutSuccessor, successorElsewhere] },
  },
});

export const teamStateOf = ({ endedAt }: Pick<CareTeamMember, 'endedAt'>): TeamState =>
  endedAt === null ? 'on_team' : 'left';
