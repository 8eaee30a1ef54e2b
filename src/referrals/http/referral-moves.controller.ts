import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { By, Needs } from '../../access/needs.js';
import { ReceiptOf } from '../../audit/receipt-of.js';
import type { Receipt } from '../../audit/receipts.js';
import { sent } from '../../kernel/merge-patch.js';
import type { PageRequest } from '../../kernel/page.js';
import { AtVersion, type RecordAtVersion } from '../../platform/http/at-version.js';
import { listOf, Paging } from '../../platform/http/paging.js';
import { ChangeAgreement } from '../application/change-agreement.js';
import { MoveReferral } from '../application/move-referral.js';
import { ReadReferral } from '../application/read-referral.js';
import { ReceiveCaller } from '../application/receive-caller.js';
import { TellOutcome } from '../application/tell-outcome.js';
import type { ShownMove } from '../domain/referral.js';
import {
  ChangeAgreementRequest,
  MoveReferralRequest,
  ReceiveCallerRequest,
  receptionOf,
  TellOutcomeRequest,
} from './referral-move.request.js';
import { ReferralMoveResponse, ReferralMovesResponse } from './referral-move.response.js';
import { ReferralResponse, referralResponse } from './referral.response.js';

@ApiTags('referrals')
@Controller('v1/referrals/:id')
export class ReferralMovesController {
  constructor(
    private readonly moveReferral: MoveReferral,
    private readonly readReferral: ReadReferral,
    private readonly tellOutcome: TellOutcome,
    private readonly changeAgreement: ChangeAgreement,
    private readonly receiveCaller: ReceiveCaller,
  ) {}

  /** Every move as it was made, by which side, and what was noted beside them. */
  @Get('moves')
  @Needs('referral:read')
  @ApiOkResponse({ type: ReferralMovesResponse })
  async history(
    @By() actor: Actor,
    @Param('id') id: string,
    @Paging() page: PageRequest,
  ): Promise<ReferralMovesResponse> {
    return listOf(await this.readReferral.history(actor, id, page), moveResponse);
  }

  /** Sends it, asks, answers, accepts, declines, waits, begins, ends, or opens it again. */
  @Post('moves')
  @HttpCode(200)
  @Needs('referral:write')
  @ApiOkResponse({ type: ReferralResponse })
  async move(
    @By() actor: Actor,
    @AtVersion() at: RecordAtVersion,
    @ReceiptOf('referral_move') receipt: Receipt,
    @Body() { clientId, ...wish }: MoveReferralRequest,
  ): Promise<ReferralResponse> {
    const order = { ...at, receipt, wish, ...(clientId !== undefined && { clientId }) };
    return referralResponse(await this.moveReferral.by(actor, order));
  }

  /** Notes that the sender, or the client, knows what came of it. Once both do, the loop is closed. */
  @Post('outcome-known')
  @HttpCode(200)
  @Needs('referral:write')
  @ApiOkResponse({ type: ReferralResponse })
  async outcome(
    @By() actor: Actor,
    @AtVersion() at: RecordAtVersion,
    @ReceiptOf('referral_outcome') receipt: Receipt,
    @Body() { to, note }: TellOutcomeRequest,
  ): Promise<ReferralResponse> {
    return referralResponse(await this.tellOutcome.by(actor, { ...at, receipt, to, ...sent({ note }) }));
  }

  /** Notes that the client no longer shares it, or agrees again. It closes nothing. */
  @Post('agreement')
  @HttpCode(200)
  @Needs('referral:write')
  @ApiOkResponse({ type: ReferralResponse })
  async agreement(
    @By() actor: Actor,
    @AtVersion() at: RecordAtVersion,
    @ReceiptOf('referral_agreement') receipt: Receipt,
    @Body() { ended, consentId, agreedHow }: ChangeAgreementRequest,
  ): Promise<ReferralResponse> {
    return referralResponse(
      await this.changeAgreement.by(actor, { ...at, receipt, ...sent({ ended, consentId, agreedHow }) }),
    );
  }

  /** Says which record of your own house stands for this caller, or makes one. The line never sees it. */
  @Post('reception')
  @HttpCode(200)
  @Needs('referral:write')
  @ApiOkResponse({ type: ReferralResponse })
  async receive(
    @By() actor: Actor,
    @Param('id') id: string,
    @ReceiptOf('referral_reception') receipt: Receipt,
    @Body() reception: ReceiveCallerRequest,
  ): Promise<ReferralResponse> {
    return referralResponse(await this.receiveCaller.by(actor, id, receipt, receptionOf(reception)));
  }
}

const moveResponse = (made: ShownMove): ReferralMoveResponse => ({
  ...{ id: made.id, move: made.move, fromState: made.fromState, toState: made.toState, round: made.round },
  ...{
    because: made.because,
    note: made.note,
    party: made.party,
    byName: made.byName,
    organisation: made.organisation,
  },
  at: made.at,
});
