import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { By, Needs, SteppedUp } from '../../access/needs.js';
import { ReceiptOf } from '../../audit/receipt-of.js';
import type { Receipt } from '../../audit/receipts.js';
import type { Id } from '../../kernel/ids.js';
import type { PageRequest } from '../../kernel/page.js';
import { AtVersion, type RecordAtVersion } from '../../platform/http/at-version.js';
import { Creates } from '../../platform/http/created.js';
import { listOf, Paging } from '../../platform/http/paging.js';
import { FindBreakGlass } from '../application/find-break-glass.js';
import { MoveBreakGlass } from '../application/move-break-glass.js';
import { OpenBreakGlass } from '../application/open-break-glass.js';
import { BreakGlassQuery, MoveBreakGlassRequest, OpenBreakGlassRequest } from './break-glass.request.js';
import { BreakGlassBoardResponse, BreakGlassResponse, breakGlassResponse } from './break-glass.response.js';

@ApiTags('emergency access')
@Controller('v1')
export class BreakGlassController {
  constructor(
    private readonly opening: OpenBreakGlass,
    private readonly finding: FindBreakGlass,
    private readonly moving: MoveBreakGlass,
  ) {}

  /**
   * Opens one record in an emergency, for an hour, to read what your role may hold and never a counsellor’s own notes. Read with the
   * header `Purpose-Of-Use: emergency`. Those who answer for the record are told at once, it is reviewed, and the client can see it.
   */
  @Post('clients/:clientId/break-glass')
  @Creates('/v1/break-glass/{id}')
  @Needs('break-glass:open')
  @SteppedUp()
  @ApiCreatedResponse({ type: BreakGlassResponse })
  async open(
    @By() actor: Actor,
    @Param('clientId') clientId: Id,
    @Body() { id: _, ...wish }: OpenBreakGlassRequest,
    @ReceiptOf('break_glass') receipt: Receipt,
  ): Promise<BreakGlassResponse> {
    return breakGlassResponse(await this.opening.by(actor, clientId, receipt, wish));
  }

  /** The board of those that wait for a review, what is due first, first. One stays on it until it is reviewed. */
  @Get('break-glass')
  @Needs('break-glass:read')
  @ApiOkResponse({ type: BreakGlassBoardResponse })
  async board(@By() actor: Actor, @Query() { state }: BreakGlassQuery, @Paging() page: PageRequest) {
    return listOf(await this.finding.all(actor, { reviewed: state === 'reviewed' }, page), breakGlassResponse);
  }

  /** One of them: by whom, why, until when, and what came of the review. */
  @Get('break-glass/:id')
  @Needs('break-glass:read')
  @ApiOkResponse({ type: BreakGlassResponse })
  async read(@By() actor: Actor, @Param('id') id: Id): Promise<BreakGlassResponse> {
    return breakGlassResponse(await this.finding.one(actor, id));
  }

  /** Closes it before its hour is over, or reviews it once it is: by a privacy officer who is not the one who opened it. */
  @Post('break-glass/:id/moves')
  @HttpCode(200)
  @Needs('break-glass:move')
  @ApiOkResponse({ type: BreakGlassResponse })
  async move(
    @By() actor: Actor,
    @AtVersion() { id, expected }: RecordAtVersion,
    @Body() wish: MoveBreakGlassRequest,
    @ReceiptOf('break_glass') receipt: Receipt,
  ): Promise<BreakGlassResponse> {
    return breakGlassResponse(await this.moving.by(actor, { id, expected, receipt, wish }));
  }
}
