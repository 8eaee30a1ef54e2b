import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { readOf } from '../../access/http/ground.response.js';
import { By, Needs } from '../../access/needs.js';
import { ReceiptOf } from '../../audit/receipt-of.js';
import type { Receipt } from '../../audit/receipts.js';
import type { PageRequest } from '../../kernel/page.js';
import { Creates } from '../../platform/http/created.js';
import { listOf, Paging } from '../../platform/http/paging.js';
import { DraftReferral } from '../application/draft-referral.js';
import { FindReferrals } from '../application/find-referrals.js';
import { DraftCallerReferralRequest, DraftReferralRequest, termsOf } from './referral.request.js';
import {
  listedReferral,
  ReferralPageResponse,
  ReferralResponse,
  referralResponse,
  ReferralsOfClientResponse,
} from './referral.response.js';

@ApiTags('referrals')
@Controller('v1')
export class SubjectReferralsController {
  constructor(
    private readonly draftReferral: DraftReferral,
    private readonly findReferrals: FindReferrals,
  ) {}

  /** Every referral of this client that you see, the newest first. */
  @Get('clients/:clientId/referrals')
  @Needs('referral:read')
  @ApiOkResponse({ type: ReferralsOfClientResponse })
  async ofClient(
    @By() actor: Actor,
    @Param('clientId') clientId: string,
    @Paging() page: PageRequest,
  ): Promise<ReferralsOfClientResponse> {
    const { page: found, ...read } = await this.findReferrals.ofClient(actor, clientId, page);
    return listOf(found, listedReferral, readOf(read));
  }

  /** Drafts a referral: nobody but its sender sees it until it is sent. */
  @Post('clients/:clientId/referrals')
  @Creates('/v1/referrals/{id}')
  @Needs('referral:write')
  @ApiCreatedResponse({ type: ReferralResponse })
  async draft(
    @By() actor: Actor,
    @Param('clientId') clientId: string,
    @ReceiptOf('referral') receipt: Receipt,
    @Body() terms: DraftReferralRequest,
  ): Promise<ReferralResponse> {
    return referralResponse(await this.draftReferral.ofClient(actor, clientId, receipt, termsOf(terms)));
  }

  /** Every referral that your line made of this caller, the newest first. */
  @Get('line/callers/:callerId/referrals')
  @Needs('referral:read')
  @ApiOkResponse({ type: ReferralPageResponse })
  async ofCaller(
    @By() actor: Actor,
    @Param('callerId') callerId: string,
    @Paging() page: PageRequest,
  ): Promise<ReferralPageResponse> {
    return listOf(await this.findReferrals.ofCaller(actor, callerId, page), listedReferral);
  }

  /** Drafts a referral of a caller, by the alias alone. Say in `agreedHow` that the caller agreed to it. */
  @Post('line/callers/:callerId/referrals')
  @Creates('/v1/referrals/{id}')
  @Needs('referral:write')
  @ApiCreatedResponse({ type: ReferralResponse })
  async draftOfCaller(
    @By() actor: Actor,
    @Param('callerId') callerId: string,
    @ReceiptOf('referral') receipt: Receipt,
    @Body() terms: DraftCallerReferralRequest,
  ): Promise<ReferralResponse> {
    return referralResponse(await this.draftReferral.ofCaller(actor, callerId, receipt, termsOf(terms)));
  }
}
