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
import { ChangeCaller } from '../application/change-caller.js';
import { FindCallers } from '../application/find-callers.js';
import { MeetCaller } from '../application/meet-caller.js';
import { SearchCallers } from '../application/search-callers.js';
import { CALLER_WORDS } from '../domain/caller.js';
import { ChangeCallerRequest, NewCallerRequest, SearchCallersRequest } from './caller.request.js';
import {
  CallerResponse,
  callerResponse,
  CallersResponse,
  foundCallerResponse,
  FoundCallersResponse,
  listedCallerResponse,
} from './caller.response.js';

const FOUND = 10;

@ApiTags('response line')
@Controller('v1/line/callers')
export class CallersController {
  constructor(
    private readonly meet: MeetCaller,
    private readonly find: FindCallers,
    private readonly searchCallers: SearchCallers,
    private readonly change: ChangeCaller,
  ) {}

  /** Somebody who calls. Nothing has to be said: an alias is enough to be known again, and none is fine too. */
  @Post()
  @Creates('/v1/line/callers/{id}')
  @Needs('caller:write')
  @ApiCreatedResponse({ type: CallerResponse })
  async create(
    @By() actor: Actor,
    @Body() { language, mayBeCalledBack = false, remember = [], ...said }: NewCallerRequest,
    @ReceiptOf('caller') receipt: Receipt,
  ): Promise<CallerResponse> {
    const words = sent(said, CALLER_WORDS);
    return callerResponse(await this.meet.by(actor, receipt, { language, mayBeCalledBack, words, remember }));
  }

  /** Who called your line. */
  @Get()
  @Needs('caller:read')
  @ApiOkResponse({ type: CallersResponse })
  async list(@By() actor: Actor, @Paging() page: PageRequest): Promise<CallersResponse> {
    return listOf(await this.find.all(actor, page), listedCallerResponse);
  }

  /** By what callers of your line go by, in any spelling and order. */
  @Post('search')
  @HttpCode(200)
  @Needs('caller:read')
  @ApiOkResponse({ type: FoundCallersResponse })
  async search(@By() actor: Actor, @Body() { text, limit }: SearchCallersRequest): Promise<FoundCallersResponse> {
    return { items: (await this.searchCallers.by(actor, text, limit ?? FOUND)).map(foundCallerResponse) };
  }

  /** One caller of your line, with what was asked to be remembered. */
  @Get(':id')
  @Needs('caller:read')
  @ApiOkResponse({ type: CallerResponse })
  async read(@By() actor: Actor, @Param('id') id: Id): Promise<CallerResponse> {
    return callerResponse(await this.find.one(actor, id));
  }

  /** A merge patch: null clears, absent keeps. */
  @Patch(':id')
  @Needs('caller:write')
  @ApiOkResponse({ type: CallerResponse })
  async patch(
    @By() actor: Actor,
    @AtVersion() { id, expected }: RecordAtVersion,
    @Body() { language, mayBeCalledBack, ...said }: ChangeCallerRequest,
  ): Promise<CallerResponse> {
    const to = { ...sent({ language, mayBeCalledBack }), words: sent(said, CALLER_WORDS) };
    return callerResponse(await this.change.by(actor, id, expected, to));
  }
}
