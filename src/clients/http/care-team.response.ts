import { ApiProperty } from '@nestjs/swagger';
import { ID, INSTANT, MAYBE_INSTANT, VERSION } from '../../platform/http/openapi/fields.js';
import { ROLES } from '../../access/policy.js';
import type { Id } from '../../kernel/ids.js';
import type { SeenTeam } from '../application/read-care-team.js';
import type { TeamMember } from '../application/team-member.js';
import { careTeamLifecycle, LEFT_BECAUSE, type LeftBecause, type TeamMove } from '../domain/care-team.js';
import { ReadRecordResponse, readOf, RECORDS, seenBy, SeenResponse } from '../../access/http/ground.response.js';

export class TeamMemberResponse {
  @ApiProperty(ID) readonly id!: Id;
  @ApiProperty(ID) readonly clientId!: Id;
  @ApiProperty(ID) readonly membershipId!: Id;
  @ApiProperty() readonly workerName!: string;
  @ApiProperty({ enum: ROLES }) readonly role!: string;
  @ApiProperty() readonly isPrimary!: boolean;
  @ApiProperty(INSTANT) readonly startedAt!: string;
  @ApiProperty(MAYBE_INSTANT) readonly endedAt!: string | null;
  @ApiProperty({ enum: LEFT_BECAUSE, nullable: true }) readonly endedBecause!: LeftBecause | null;
  @ApiProperty({ enum: careTeamLifecycle.verbs, isArray: true }) readonly openMoves!: readonly TeamMove[];
  @ApiProperty(VERSION) readonly version!: number;
}

export class CareTeamResponse extends SeenResponse {
  @ApiProperty({ type: [TeamMemberResponse], description: 'Who is on it now first; then who was.' })
  readonly items!: readonly TeamMemberResponse[];
  @ApiProperty(RECORDS) readonly records!: readonly ReadRecordResponse[];
}

export const teamMemberResponse = ({ member, openMoves }: TeamMember): TeamMemberResponse => ({
  id: member.id,
  clientId: member.clientId,
  membershipId: member.membershipId,
  workerName: member.workerName,
  role: member.role,
  isPrimary: member.isPrimary,
  startedAt: member.startedAt,
  endedAt: member.endedAt,
  endedBecause: member.endedBecause,
  openMoves,
  version: member.version,
});

export const careTeamResponse = (team: SeenTeam): CareTeamResponse => ({
  items: team.members.map(teamMemberResponse),
  ...seenBy(team),
  ...readOf(team),
});
