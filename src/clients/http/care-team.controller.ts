import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { By, Needs } from '../../access/needs.js';
import { ReceiptOf } from '../../audit/receipt-of.js';
import type { Receipt } from '../../audit/receipts.js';
import type { Id } from '../../kernel/ids.js';
import { sent } from '../../kernel/merge-patch.js';
import { AtVersion, type RecordAtVersion } from '../../platform/http/at-version.js';
import { Creates } from '../../platform/http/created.js';
import { JoinCareTeam } from '../application/join-care-team.js';
import { MoveCareTeam } from '../application/move-care-team.js';
import { ReadCareTeam } from '../application/read-care-team.js';
import { JoinCareTeamRequest, MoveCareTeamRequest } from './care-team.request.js';
import { CareTeamResponse, careTeamResponse, TeamMemberResponse, teamMemberResponse } from './care-team.response.js';

@ApiTags('clients')
@Controller('v1/clients/:clientId/care-team')
export class CareTeamController {
  constructor(
    private readonly readCareTeam: ReadCareTeam,
    private readonly joinCareTeam: JoinCareTeam,
    private readonly moveCareTeam: MoveCareTeam,
  ) {}

  /** Who works with the client, who is the one to turn to, and who did before. */
  @Get()
  @Needs('care-team:read')
  @ApiOkResponse({ type: CareTeamResponse })
  async read(@By() actor: Actor, @Param('clientId') clientId: Id): Promise<CareTeamResponse> {
    return careTeamResponse(await this.readCareTeam.by(actor, clientId));
  }

  /** One entry of the care team: whose, since when, and until when. */
  @Get(':id')
  @Needs('care-team:read')
  @ApiOkResponse({ type: TeamMemberResponse })
  async readOne(@By() actor: Actor, @Param('clientId') clientId: Id, @Param('id') id: Id): Promise<TeamMemberResponse> {
    return teamMemberResponse(await this.readCareTeam.one(actor, clientId, id));
  }

  /**
   * Somebody joins. A colleague sees the client from then on as their role may; somebody of another organisation writes from then
   * on what the client agreed to show, as far as their role may, and sees nothing more.
   */
  @Post()
  @Creates('/v1/clients/{clientId}/care-team/{id}')
  @Needs('care-team:change')
  @ApiCreatedResponse({ type: TeamMemberResponse })
  async join(
    @By() actor: Actor,
    @Param('clientId') clientId: Id,
    @Body() { membershipId, primary = false }: JoinCareTeamRequest,
    @ReceiptOf('care_team_member') receipt: Receipt,
  ): Promise<TeamMemberResponse> {
    return teamMemberResponse(await this.joinCareTeam.by(actor, receipt, { clientId, membershipId, primary }));
  }

  /** Makes somebody the primary worker, or ends their time on the team and with it what they see of the client. */
  @Post(':id/moves')
  @HttpCode(200)
  @Needs('care-team:change')
  @ApiOkResponse({ type: TeamMemberResponse })
  async move(
    @By() actor: Actor,
    @Param('clientId') clientId: Id,
    @AtVersion() { id: memberId, expected }: RecordAtVersion,
    @Body() { move, because, primaryTo }: MoveCareTeamRequest,
  ): Promise<TeamMemberResponse> {
    return teamMemberResponse(
      await this.moveCareTeam.by(actor, { clientId, memberId, expected, move, ...sent({ because, primaryTo }) }),
    );
  }
}
