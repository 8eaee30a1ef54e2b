import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { By, Needs } from '../../access/needs.js';
import { ReceiptOf } from '../../audit/receipt-of.js';
import type { Receipt } from '../../audit/receipts.js';
import type { Id } from '../../kernel/ids.js';
import type { PageRequest } from '../../kernel/page.js';
import { Creates } from '../../platform/http/created.js';
import { listOf, Paging } from '../../platform/http/paging.js';
import { NoteReach } from '../application/note-reach.js';
import { NoteReachRequest } from './attempt.request.js';
import { ReachAttemptResponse, reachAttemptResponse, ReachAttemptsResponse } from './attempt.response.js';

@ApiTags('attempts, stays')
@Controller('v1/referrals/:id/reach-attempts')
export class ReachAttemptsController {
  constructor(private readonly reach: NoteReach) {}

  /** Each time that somebody tried to reach the client about it. */
  @Post()
  @Creates('/v1/referrals/{referralId}/reach-attempts')
  @Needs('referral:write')
  @ApiCreatedResponse({ type: ReachAttemptResponse })
  async note(
    @By() actor: Actor,
    @Param('id') referralId: Id,
    @Body() { happenedAt, channel, reached }: NoteReachRequest,
    @ReceiptOf('reach_attempt') receipt: Receipt,
  ): Promise<ReachAttemptResponse> {
    return reachAttemptResponse(await this.reach.by(actor, referralId, receipt, { happenedAt, channel, reached }));
  }

  /** By them it is judged whether enough was tried before somebody says that the client is out of reach. */
  @Get()
  @Needs('referral:read')
  @ApiOkResponse({ type: ReachAttemptsResponse })
  async list(
    @By() actor: Actor,
    @Param('id') referralId: Id,
    @Paging() page: PageRequest,
  ): Promise<ReachAttemptsResponse> {
    return listOf(await this.reach.of(actor, referralId, page), reachAttemptResponse);
  }
}
