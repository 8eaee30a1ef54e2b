import { Body, Controller, Delete, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { digitsIn } from '../../audit/links/link-input.js';
import { By, Needs, Open } from '../../access/needs.js';
import { Creates } from '../../platform/http/created.js';
import { IfMatch } from '../../platform/http/etag.js';
import { OpenReceiverLink } from '../application/open-receiver-link.js';
import { ReceivedReferrals } from '../application/received-referrals.js';
import { OpenedReceivedResponse, ReceivedReferralResponse, receivedResponse } from './received.response.js';
import { MoveReceivedRequest, OpenReceivedRequest } from './receiver-link.request.js';

@ApiTags('referrals')
@Controller('v1/received')
export class ReceivedController {
  constructor(
    private readonly opening: OpenReceiverLink,
    private readonly received: ReceivedReferrals,
  ) {}

  /** From a link and its code to a session for the one referral that it is for. A link opens once. */
  @Post('session')
  @Open('whoever receives a referral by a link and its code has no account')
  @Creates('/v1/received')
  @ApiCreatedResponse({ type: OpenedReceivedResponse })
  open(@Req() { id }: FastifyRequest, @Body() { link, code }: OpenReceivedRequest): Promise<OpenedReceivedResponse> {
    return this.opening.by(id, link, digitsIn(code));
  }

  /** What the referral shares, and nothing else of the record. */
  @Get()
  @Needs('received-referral:read')
  @ApiOkResponse({ type: ReceivedReferralResponse })
  async read(@By() actor: Actor): Promise<ReceivedReferralResponse> {
    return receivedResponse(await this.received.read(actor));
  }

  /** Accepts it, declines it with a reason, or asks about it; the sender is told at once. To decline ends the session. */
  @Post('moves')
  @HttpCode(200)
  @Needs('received-referral:answer')
  @ApiOkResponse({ type: ReceivedReferralResponse })
  async move(
    @By() actor: Actor,
    @IfMatch() expected: number,
    @Body() wish: MoveReceivedRequest,
  ): Promise<ReceivedReferralResponse> {
    return receivedResponse(await this.received.answer(actor, expected, wish));
  }

  /** Ends the session. */
  @Delete('session')
  @HttpCode(204)
  @Needs('received-referral:read')
  @ApiNoContentResponse()
  end(@By() actor: Actor): Promise<void> {
    return this.received.leave(actor);
  }
}
