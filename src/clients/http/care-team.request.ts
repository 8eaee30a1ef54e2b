import type { Id } from '../../kernel/ids.js';
import { IsIdText, IsOneOf, IsYesNo, Optional } from '../../platform/http/validation.js';
import { careTeamLifecycle, LEFT_BECAUSE, type LeftBecause, type TeamMove } from '../domain/care-team.js';

export class JoinCareTeamRequest {
  @IsIdText() @Optional() readonly id?: Id;
  /** A standing membership of the organisation that keeps the record, or of one that the client’s consent lets see something. */
  @IsIdText() readonly membershipId!: Id;
  /** Takes over from whoever is the primary worker now. */
  @IsYesNo() @Optional() readonly primary?: boolean;
}

export class MoveCareTeamRequest {
  @IsOneOf(careTeamLifecycle.verbs) readonly move!: TeamMove;
  /** With `end`. */
  @IsOneOf(LEFT_BECAUSE) @Optional() readonly because?: LeftBecause;
  /** With `end`, when the primary worker leaves: the entry of the team that takes over. */
  @IsIdText() @Optional() readonly primaryTo?: Id;
}
