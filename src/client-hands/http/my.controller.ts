import { Body, Controller, Delete, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { By, Needs, Open } from '../../access/needs.js';
import { Creates } from '../../platform/http/created.js';
import { OpenHandLink } from '../application/open-hand-link.js';
import { OwnSessions } from '../application/own-session.js';
import { digitsOf, OpenSessionRequest } from './hand-link.request.js';
import { MyResponse, myResponse, OpenedSessionResponse } from './hand-link.response.js';

@ApiTags('consent, privacy')
@Controller('v1/my')
export class MyController {
  constructor(
    private readonly opening: OpenHandLink,
    private readonly sessions: OwnSessions,
  ) {}

  /** From a link and its code to a session of the client’s own. A link opens once. */
  @Post('session')
  @Open('whoever has a link and its code has no account')
  @Creates('/v1/my')
  @ApiCreatedResponse({ type: OpenedSessionResponse })
  open(@Req() { id }: FastifyRequest, @Body() asked: OpenSessionRequest): Promise<OpenedSessionResponse> {
    return this.opening.by(id, asked.link, digitsOf(asked));
  }

  /** Whose session this is and until when: where the client’s own record is. */
  @Get()
  @Needs('hand:read')
  @ApiOkResponse({ type: MyResponse })
  async mine(@By() actor: Actor): Promise<MyResponse> {
    return myResponse(await this.sessions.read(actor));
  }

  /** Ends the session. */
  @Delete('session')
  @HttpCode(204)
  @Needs('hand:read')
  @ApiNoContentResponse()
  end(@By() actor: Actor): Promise<void> {
    return this.sessions.end(actor);
  }
}
