import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { readOf } from '../../access/http/ground.response.js';
import { By, Needs } from '../../access/needs.js';
import { ReceiptOf } from '../../audit/receipt-of.js';
import type { Receipt } from '../../audit/receipts.js';
import type { Id } from '../../kernel/ids.js';
import { sent } from '../../kernel/merge-patch.js';
import type { PageRequest } from '../../kernel/page.js';
import { AtVersion, type RecordAtVersion } from '../../platform/http/at-version.js';
import { Creates } from '../../platform/http/created.js';
import { listOf, Paging } from '../../platform/http/paging.js';
import { BeginStay } from '../application/begin-stay.js';
import { ChangeStay } from '../application/change-stay.js';
import { FindStays } from '../application/find-stays.js';
import { MoveStay } from '../application/move-stay.js';
import { BeginStayRequest, ChangeStayRequest, MoveStayRequest, type StayEndPart } from './stay.request.js';
import { StayResponse, stayResponse, StaysResponse } from './stay.response.js';

@ApiTags('attempts, stays')
@Controller('v1')
export class StaysController {
  constructor(
    private readonly begin: BeginStay,
    private readonly find: FindStays,
    private readonly changing: ChangeStay,
    private readonly moving: MoveStay,
  ) {}

  /** Somebody came to stay without a date. Where a date was attended, the stay has begun with it. */
  @Post('referrals/:id/stay')
  @Creates('/v1/stays/{id}')
  @Needs('stay:write')
  @ApiCreatedResponse({ type: StayResponse })
  async add(
    @By() actor: Actor,
    @Param('id') referralId: Id,
    @Body() { id: _, ...wish }: BeginStayRequest,
    @ReceiptOf('stay') receipt: Receipt,
  ): Promise<StayResponse> {
    return stayResponse(await this.begin.by(actor, referralId, receipt, sent(wish)));
  }

  /** One stay, with each time away. */
  @Get('stays/:id')
  @Needs('stay:read')
  @ApiOkResponse({ type: StayResponse })
  async read(@By() actor: Actor, @Param('id') id: Id): Promise<StayResponse> {
    return stayResponse(await this.find.one(actor, id));
  }

  /** Until when somebody means to stay, and in which bed they sleep: another one of the same service. */
  @Patch('stays/:id')
  @Needs('stay:write')
  @ApiOkResponse({ type: StayResponse })
  async change(
    @By() actor: Actor,
    @AtVersion() { id, expected }: RecordAtVersion,
    @Body() wish: ChangeStayRequest,
  ): Promise<StayResponse> {
    return stayResponse(await this.changing.by(actor, id, expected, sent(wish)));
  }

  /**
   * Away and back; or the end. Whoever ends a stay says whether naloxone goes along and whether the client was told that
   * tolerance is lower now; the follow-up is owed from then on, and those who work with the client are told.
   */
  @Post('stays/:id/moves')
  @HttpCode(200)
  @Needs('stay:write')
  @ApiOkResponse({ type: StayResponse })
  async move(
    @By() actor: Actor,
    @AtVersion() at: RecordAtVersion,
    @ReceiptOf('stay_move') receipt: Receipt,
    @Body() { move, at: when, leave, end }: MoveStayRequest,
  ): Promise<StayResponse> {
    const wish = { move, ...sent({ at: when }), ...(leave && { leave: sent(leave) }), ...(end && { end: endOf(end) }) };
    return stayResponse(await this.moving.by(actor, { ...at, receipt, wish }));
  }

  /** Every stay of a client, on whichever referral. */
  @Get('clients/:clientId/stays')
  @Needs('stay:read')
  @ApiOkResponse({ type: StaysResponse })
  async list(@By() actor: Actor, @Param('clientId') clientId: Id, @Paging() page: PageRequest): Promise<StaysResponse> {
    const { page: found, ...read } = await this.find.of(actor, clientId, page);
    return listOf(found, stayResponse, readOf(read));
  }
}

const endOf = ({ because, naloxone, toldOfLowerTolerance, ...rest }: StayEndPart) => ({
  ...{ because, naloxone, toldOfLowerTolerance },
  ...sent(rest),
});
