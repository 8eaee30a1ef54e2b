import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { By, Needs } from '../../access/needs.js';
import type { Caller } from '../application/caller.js';
import { ChangePassword } from '../application/change-password.js';
import { EndSession } from '../application/end-session.js';
import { FindSessions } from '../application/find-sessions.js';
import { SwitchMembership } from '../application/switch-membership.js';
import { WhoAmI } from '../application/who-am-i.js';
import { ChangePasswordRequest, SwitchMembershipRequest } from './auth.request.js';
import {
  MembershipsResponse,
  MeResponse,
  meResponse,
  sessionResponse,
  SessionsResponse,
  SignedInResponse,
} from './auth.response.js';
import { FromWhere } from './from-where.js';

@ApiTags('session')
@Controller('v1/me')
export class MeController {
  constructor(
    private readonly whoAmI: WhoAmI,
    private readonly findSessions: FindSessions,
    private readonly endSession: EndSession,
    private readonly switchMembership: SwitchMembership,
    private readonly changePassword: ChangePassword,
  ) {}

  /** Who asks, for which organisation, in which role, and what that role may do. */
  @Get()
  @Needs('me:read')
  @ApiOkResponse({ type: MeResponse })
  async me(@By() actor: Actor): Promise<MeResponse> {
    return meResponse(await this.whoAmI.by(actor));
  }

  /** The memberships that the person can act for. */
  @Get('memberships')
  @Needs('me:read')
  @ApiOkResponse({ type: MembershipsResponse })
  async memberships(@By() actor: Actor): Promise<MembershipsResponse> {
    return { items: await this.whoAmI.memberships(actor) };
  }

  /** Goes on as another membership: a new session with tokens of its own; the present one ends. */
  @Post('membership')
  @Needs('me:change')
  @ApiCreatedResponse({ type: SignedInResponse })
  switch(
    @By() actor: Actor,
    @Body() { membershipId }: SwitchMembershipRequest,
    @FromWhere() caller: Caller,
  ): Promise<SignedInResponse> {
    return this.switchMembership.by(actor, membershipId, caller);
  }

  /** A new password; every other session of the person ends. */
  @Post('password')
  @HttpCode(204)
  @Needs('me:change')
  @ApiNoContentResponse()
  password(@By() actor: Actor, @Body() body: ChangePasswordRequest, @FromWhere() caller: Caller): Promise<void> {
    return this.changePassword.by(actor, { current: body.currentPassword, next: body.newPassword }, caller);
  }

  /** The person's sessions that stand. */
  @Get('sessions')
  @Needs('me:read')
  @ApiOkResponse({ type: SessionsResponse })
  async sessions(@By() actor: Actor): Promise<SessionsResponse> {
    return { items: (await this.findSessions.by(actor)).map(sessionResponse(actor.sessionId)) };
  }

  /** Ends one of them, in force on its next request. Takes no If-Match: an ending cannot come too late. */
  @Delete('sessions/:id')
  @HttpCode(204)
  @Needs('session:end')
  @ApiNoContentResponse()
  end(@By() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.endSession.by(actor, id);
  }
}
