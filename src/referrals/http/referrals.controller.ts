import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { By, Needs } from '../../access/needs.js';
import type { PageRequest } from '../../kernel/page.js';
import { AtVersion, type RecordAtVersion } from '../../platform/http/at-version.js';
import { listOf, Paging } from '../../platform/http/paging.js';
import { ChangeReferral } from '../application/change-referral.js';
import { FindReferrals } from '../application/find-referrals.js';
import { ReadReferral } from '../application/read-referral.js';
import { BoxQuery, CountsQuery, filterOf } from './referral-move.request.js';
import { ChangeReferralRequest, patchOf } from './referral.request.js';
import {
  listedReferral,
  ReferralChainResponse,
  ReferralCountsResponse,
  ReferralPageResponse,
  ReferralResponse,
  referralResponse,
} from './referral.response.js';

@ApiTags('referrals')
@Controller('v1/referrals')
export class ReferralsController {
  constructor(
    private readonly findReferrals: FindReferrals,
    private readonly readReferral: ReadReferral,
    private readonly changeReferral: ChangeReferral,
  ) {}

  /** What your house sent or was asked for, stuck first: what you owe, then what the other side owes; the longest overdue before the others. */
  @Get()
  @Needs('referral:read')
  @ApiOkResponse({ type: ReferralPageResponse })
  async box(@By() actor: Actor, @Query() query: BoxQuery, @Paging() page: PageRequest): Promise<ReferralPageResponse> {
    return listOf(await this.findReferrals.inBox(actor, filterOf(query), page), listedReferral);
  }

  /** How many there are in a box, by state and by who owes the next step. */
  @Get('counts')
  @Needs('referral:read')
  @ApiOkResponse({ type: ReferralCountsResponse })
  async counts(@By() actor: Actor, @Query() { box = 'received' }: CountsQuery): Promise<ReferralCountsResponse> {
    return { items: await this.findReferrals.counts(actor, box) };
  }

  /** One referral as it stands, with what goes along, as far as you see it. */
  @Get(':id')
  @Needs('referral:read')
  @ApiOkResponse({ type: ReferralResponse })
  async read(@By() actor: Actor, @Param('id') id: string): Promise<ReferralResponse> {
    return referralResponse(await this.readReferral.by(actor, id));
  }

  /** While it is a draft. What was sent stays as it was sent. */
  @Patch(':id')
  @Needs('referral:write')
  @ApiOkResponse({ type: ReferralResponse })
  async change(
    @By() actor: Actor,
    @AtVersion() { id, expected }: RecordAtVersion,
    @Body() patch: ChangeReferralRequest,
  ): Promise<ReferralResponse> {
    return referralResponse(await this.changeReferral.by(actor, id, expected, patchOf(patch)));
  }

  /** What came before it and what followed from it, each hop as far as you see it. */
  @Get(':id/chain')
  @Needs('referral:read')
  @ApiOkResponse({ type: ReferralChainResponse })
  async chain(
    @By() actor: Actor,
    @Param('id') id: string,
    @Paging() page: PageRequest,
  ): Promise<ReferralChainResponse> {
    return listOf(await this.readReferral.chain(actor, id, page), listedReferral);
  }
}
