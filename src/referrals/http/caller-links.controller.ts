import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { By, Needs } from '../../access/needs.js';
import { ReceiptOf } from '../../audit/receipt-of.js';
import type { Receipt } from '../../audit/receipts.js';
import type { Id } from '../../kernel/ids.js';
import { AtVersion, type RecordAtVersion } from '../../platform/http/at-version.js';
import { Creates } from '../../platform/http/created.js';
import { FindCallerLinks } from '../application/find-caller-links.js';
import { LinkCaller } from '../application/link-caller.js';
import { UnlinkCaller } from '../application/unlink-caller.js';
import { LinkCallerRequest, MoveCallerLinkRequest } from './caller-link.request.js';
import {
  CallerLinkResponse,
  callerLinkResponse,
  CallerLinksResponse,
  callerLinksResponse,
  LineHistoryResponse,
  lineHistoryResponse,
} from './caller-link.response.js';

@ApiTags('response line')
@Controller('v1')
export class CallerLinksController {
  constructor(
    private readonly find: FindCallerLinks,
    private readonly linkCaller: LinkCaller,
    private readonly unlinkCaller: UnlinkCaller,
  ) {}

  /** Which calls to a line the client said were theirs, now or before. */
  @Get('clients/:clientId/caller-links')
  @Needs('caller-link:read')
  @ApiOkResponse({ type: CallerLinksResponse })
  async list(@By() actor: Actor, @Param('clientId') clientId: Id): Promise<CallerLinksResponse> {
    return callerLinksResponse(await this.find.of(actor, clientId));
  }

  /**
   * The client says that a call to the line was theirs, and what of it may be read here. Nothing of the line is shown
   * before, and nothing that was not chosen after. The line is not told.
   */
  @Post('clients/:clientId/caller-links')
  @Creates('/v1/caller-links/{id}')
  @Needs('caller-link:change')
  @ApiCreatedResponse({ type: CallerLinkResponse })
  async link(
    @By() actor: Actor,
    @Param('clientId') clientId: Id,
    @Body() { id: _, ...wish }: LinkCallerRequest,
    @ReceiptOf('caller_link') receipt: Receipt,
  ): Promise<CallerLinkResponse> {
    return callerLinkResponse(await this.linkCaller.by(actor, clientId, receipt, wish));
  }

  /** One link: what was taken along, and how the client said so. */
  @Get('caller-links/:id')
  @Needs('caller-link:read')
  @ApiOkResponse({ type: CallerLinkResponse })
  async read(@By() actor: Actor, @Param('id') id: Id): Promise<CallerLinkResponse> {
    return callerLinkResponse(await this.find.one(actor, id));
  }

  /** Undoes it: from the next request on the two are apart again, each as it always was. */
  @Post('caller-links/:id/moves')
  @HttpCode(200)
  @Needs('caller-link:change')
  @ApiOkResponse({ type: CallerLinkResponse })
  async move(
    @By() actor: Actor,
    @AtVersion() at: RecordAtVersion,
    @ReceiptOf('caller_link_move') receipt: Receipt,
    @Body() { move }: MoveCallerLinkRequest,
  ): Promise<CallerLinkResponse> {
    return callerLinkResponse(await this.unlinkCaller.by(actor, { ...at, move, receipt }));
  }

  /** What the client took along from the line: what was to be remembered, and where else the line asked. */
  @Get('clients/:clientId/line-history')
  @Needs('caller-link:read')
  @ApiOkResponse({ type: LineHistoryResponse })
  async history(@By() actor: Actor, @Param('clientId') clientId: Id): Promise<LineHistoryResponse> {
    return lineHistoryResponse(await this.find.history(actor, clientId));
  }
}
