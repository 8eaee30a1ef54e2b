import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { readOf } from '../../access/http/ground.response.js';
import { By, Needs } from '../../access/needs.js';
import { ReceiptOf } from '../../audit/receipt-of.js';
import type { Receipt } from '../../audit/receipts.js';
import type { PageRequest } from '../../kernel/page.js';
import { AtVersion, type RecordAtVersion } from '../../platform/http/at-version.js';
import { Creates } from '../../platform/http/created.js';
import { listOf, Paging } from '../../platform/http/paging.js';
import { ChangeNeed } from '../application/change-need.js';
import { FindNeeds } from '../application/find-needs.js';
import { MoveNeed } from '../application/move-need.js';
import { NoteNeed } from '../application/note-need.js';
import { PlanAction } from '../application/plan-action.js';
import { ReadNeed } from '../application/read-need.js';
import { ChangeNeedRequest, MoveNeedRequest, NeedsQuery, NoteNeedRequest, PlanActionRequest } from './need.request.js';
import { NeedActionResponse, NeedResponse, needResponse, NeedsResponse } from './need.response.js';

@ApiTags('needs')
@Controller('v1')
export class NeedsController {
  constructor(
    private readonly findNeeds: FindNeeds,
    private readonly readNeed: ReadNeed,
    private readonly noteNeed: NoteNeed,
    private readonly changeNeed: ChangeNeed,
    private readonly moveNeed: MoveNeed,
    private readonly planAction: PlanAction,
  ) {}

  /**
   * The client’s needs in their own order. What is of a class that you do not see is absent, and the class is named.
   */
  @Get('clients/:clientId/needs')
  @Needs('need:read')
  @ApiOkResponse({ type: NeedsResponse })
  async list(
    @By() actor: Actor,
    @Param('clientId') clientId: string,
    @Query() { state, domain }: NeedsQuery,
    @Paging() page: PageRequest,
  ): Promise<NeedsResponse> {
    const of = { clientId, ...(state !== undefined && { state }), ...(domain !== undefined && { domain }) };
    const { page: found, ...read } = await this.findNeeds.by(actor, of, page);
    return listOf(found, needResponse, readOf(read));
  }

  /** A need that you were told of, or found. */
  @Post('clients/:clientId/needs')
  @Creates('/v1/needs/{id}')
  @Needs('need:change')
  @ApiCreatedResponse({ type: NeedResponse })
  async note(
    @By() actor: Actor,
    @Param('clientId') clientId: string,
    @ReceiptOf('need') receipt: Receipt,
    @Body() { id: _, ownWords, teamNote, ...draft }: NoteNeedRequest,
  ): Promise<NeedResponse> {
    const words = { ...(ownWords !== undefined && { ownWords }), ...(teamNote !== undefined && { teamNote }) };
    return needResponse(await this.noteNeed.by(actor, clientId, receipt, { ...draft, words }));
  }

  /** One need as it stands. */
  @Get('needs/:id')
  @Needs('need:read')
  @ApiOkResponse({ type: NeedResponse })
  async read(@By() actor: Actor, @Param('id') id: string): Promise<NeedResponse> {
    return needResponse(await this.readNeed.by(actor, id));
  }

  /**
   * Words, the client’s order, whether they want help now, who works on it and its facts; the state changes by moves.
   */
  @Patch('needs/:id')
  @Needs('need:change')
  @ApiOkResponse({ type: NeedResponse })
  async change(
    @By() actor: Actor,
    @AtVersion() { id, expected }: RecordAtVersion,
    @Body() patch: ChangeNeedRequest,
  ): Promise<NeedResponse> {
    return needResponse(await this.changeNeed.by(actor, id, expected, patch));
  }

  /** Begins it, notes that it is met or who confirms that, sets it aside, reopens it, or takes it back. */
  @Post('needs/:id/moves')
  @HttpCode(200)
  @Needs('need:change')
  @ApiOkResponse({ type: NeedResponse })
  async move(
    @By() actor: Actor,
    @AtVersion() at: RecordAtVersion,
    @ReceiptOf('need_move') receipt: Receipt,
    @Body() wish: MoveNeedRequest,
  ): Promise<NeedResponse> {
    return needResponse(await this.moveNeed.by(actor, { ...at, receipt, wish }));
  }

  /** What somebody will do about it: a task of its class that says where it comes from. */
  @Post('needs/:id/actions')
  @Creates('/v1/tasks/{id}')
  @Needs('need:change')
  @ApiCreatedResponse({ type: NeedActionResponse })
  async plan(
    @By() actor: Actor,
    @Param('id') needId: string,
    @ReceiptOf('task') receipt: Receipt,
    @Body() { id: _, ...wish }: PlanActionRequest,
  ): Promise<NeedActionResponse> {
    return this.planAction.by(actor, needId, receipt, wish);
  }
}
