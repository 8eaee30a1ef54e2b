import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { By, Needs } from '../../access/needs.js';
import { ReceiptOf } from '../../audit/receipt-of.js';
import type { Receipt } from '../../audit/receipts.js';
import { Creates } from '../../platform/http/created.js';
import { IfMatch } from '../../platform/http/etag.js';
import { FindHandLinks } from '../application/find-hand-links.js';
import { MakeHandLink } from '../application/make-hand-link.js';
import { MakeHandLinkRequest, MoveHandLinkRequest } from './hand-link.request.js';
import {
  HandLinkResponse,
  handLinkResponse,
  HandLinksResponse,
  MadeHandLinkResponse,
  madeResponse,
  oneOf,
} from './hand-link.response.js';

@ApiTags('consent, privacy')
@Controller('v1')
export class HandLinksController {
  constructor(
    private readonly making: MakeHandLink,
    private readonly links: FindHandLinks,
  ) {}

  /** A one-time link and a code for a client without an account. Both are shown this once; send them by different ways. */
  @Post('clients/:clientId/hand-links')
  @Needs('hand-link:make')
  @Creates('/v1/hand-links/{id}')
  @ApiCreatedResponse({ type: MadeHandLinkResponse })
  async make(
    @By() actor: Actor,
    @Param('clientId') clientId: string,
    @ReceiptOf('hand_link') receipt: Receipt,
    @Body() wish: MakeHandLinkRequest,
  ): Promise<MadeHandLinkResponse> {
    return madeResponse(await this.making.by(actor, clientId, receipt, wish));
  }

  /** The links that were made for the client, without their secrets; the newest first, a hundred at most. */
  @Get('clients/:clientId/hand-links')
  @Needs('hand-link:read')
  @ApiOkResponse({ type: HandLinksResponse })
  async list(@By() actor: Actor, @Param('clientId') clientId: string): Promise<HandLinksResponse> {
    const { items, now } = await this.links.of(actor, clientId);
    return { items: items.map((link) => handLinkResponse(link, now)) };
  }

  /** One link, without its secret. */
  @Get('hand-links/:id')
  @Needs('hand-link:read')
  @ApiOkResponse({ type: HandLinkResponse })
  async read(@By() actor: Actor, @Param('id') id: string): Promise<HandLinkResponse> {
    return oneOf(await this.links.one(actor, id));
  }

  /** Takes a link back: it opens nothing any more, and a session of it ends with the next request. */
  @Post('hand-links/:id/moves')
  @HttpCode(200)
  @Needs('hand-link:make')
  @ApiOkResponse({ type: HandLinkResponse })
  async move(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() expected: number,
    @Body() { move }: MoveHandLinkRequest,
  ): Promise<HandLinkResponse> {
    return oneOf(await this.links.move(actor, id, expected, move));
  }
}
