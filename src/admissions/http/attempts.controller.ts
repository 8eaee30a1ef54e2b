import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { By, Needs } from '../../access/needs.js';
import { ReceiptOf } from '../../audit/receipt-of.js';
import type { Receipt } from '../../audit/receipts.js';
import type { Id } from '../../kernel/ids.js';
import { sent } from '../../kernel/merge-patch.js';
import type { PageRequest } from '../../kernel/page.js';
import { AtVersion, type RecordAtVersion } from '../../platform/http/at-version.js';
import { Creates } from '../../platform/http/created.js';
import { listOf, Paging } from '../../platform/http/paging.js';
import { ArrangeAttempt } from '../application/arrange-attempt.js';
import { FindAttempts } from '../application/find-attempts.js';
import { MoveAttempt } from '../application/move-attempt.js';
import { OfferDate } from '../application/offer-date.js';
import { dateOf, offerOf, steps } from './attempt.input.js';
import { ArrangeAttemptRequest, MoveAttemptRequest, OfferDateRequest } from './attempt.request.js';
import { AttemptResponse, attemptResponse, AttemptsResponse } from './attempt.response.js';

@ApiTags('attempts, stays')
@Controller('v1')
export class AttemptsController {
  constructor(
    private readonly offer: OfferDate,
    private readonly find: FindAttempts,
    private readonly arrange: ArrangeAttempt,
    private readonly moving: MoveAttempt,
  ) {}

  /**
   * The next date, however many there were; or, with its outcome, one that is over when it is written down. The referral
   * moves with it.
   */
  @Post('referrals/:id/attempts')
  @Creates('/v1/attempts/{id}')
  @Needs('attempt:write')
  @ApiCreatedResponse({ type: AttemptResponse })
  async add(
    @By() actor: Actor,
    @Param('id') referralId: Id,
    @Body() body: OfferDateRequest,
    @ReceiptOf('attempt') receipt: Receipt,
  ): Promise<AttemptResponse> {
    return attemptResponse(await this.offer.by(actor, referralId, receipt, dateOf(body)));
  }

  /** Every date of a referral and what came of it: history, and no mark against anybody. */
  @Get('referrals/:id/attempts')
  @Needs('attempt:read')
  @ApiOkResponse({ type: AttemptsResponse })
  async list(@By() actor: Actor, @Param('id') referralId: Id, @Paging() page: PageRequest): Promise<AttemptsResponse> {
    return listOf(await this.find.of(actor, referralId, page), attemptResponse);
  }

  /** One date: how it stands, what was arranged for it, and what came of it. */
  @Get('attempts/:id')
  @Needs('attempt:read')
  @ApiOkResponse({ type: AttemptResponse })
  async read(@By() actor: Actor, @Param('id') id: Id): Promise<AttemptResponse> {
    return attemptResponse(await this.find.one(actor, id));
  }

  /** How the client gets there, who goes along, and what has to be done before. */
  @Patch('attempts/:id')
  @Needs('attempt:write')
  @ApiOkResponse({ type: AttemptResponse })
  async change(
    @By() actor: Actor,
    @AtVersion() { id, expected }: RecordAtVersion,
    @Body() { beforeSteps, ...rest }: ArrangeAttemptRequest,
  ): Promise<AttemptResponse> {
    const wish = { ...sent(rest), ...(beforeSteps && { beforeSteps: steps(beforeSteps) }) };
    return attemptResponse(await this.arrange.by(actor, id, expected, wish));
  }

  /**
   * Confirms a date, says what came of it, or takes back what was written by mistake. Whatever came of it, the referral
   * stays open and the next date is owed; where the client could not come, somebody reaches out, asking for nothing.
   */
  @Post('attempts/:id/moves')
  @HttpCode(200)
  @Needs('attempt:write')
  @ApiOkResponse({ type: AttemptResponse })
  async move(
    @By() actor: Actor,
    @AtVersion() at: RecordAtVersion,
    @ReceiptOf('attempt_move') receipt: Receipt,
    @Body() { move, next, ...rest }: MoveAttemptRequest,
  ): Promise<AttemptResponse> {
    const wish = { move, ...sent(rest), ...(next && { next: offerOf(next) }) };
    return attemptResponse(await this.moving.by(actor, { ...at, receipt, wish }));
  }
}
