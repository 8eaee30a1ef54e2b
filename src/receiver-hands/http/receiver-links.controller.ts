import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { By, Needs } from '../../access/needs.js';
import { ReceiptOf } from '../../audit/receipt-of.js';
import type { Receipt } from '../../audit/receipts.js';
import { Creates } from '../../platform/http/created.js';
import { IfMatch } from '../../platform/http/etag.js';
import { FindReceiverLinks } from '../application/find-receiver-links.js';
import { MakeReceiverLink } from '../application/make-receiver-link.js';
import { MakeReceiverLinkRequest, MoveReceiverLinkRequest } from './receiver-link.request.js';
import {
  MadeReceiverLinkResponse,
  madeResponse,
  oneOf,
  ReceiverLinkResponse,
  receiverLinkResponse,
  ReceiverLinksResponse,
} from './receiver-link.response.js';

@ApiTags('referrals')
@Controller('v1')
export class ReceiverLinksController {
  constructor(
    private readonly making: MakeReceiverLink,
    private readonly links: FindReceiverLinks,
  ) {}

  /** A one-time link and a code for a receiver without an account. Both are shown this once; send them by different ways. */
  @Post('referrals/:referralId/receiver-links')
  @Needs('referral:write')
  @Creates('/v1/receiver-links/{id}')
  @ApiCreatedResponse({ type: MadeReceiverLinkResponse })
  async make(
    @By() actor: Actor,
    @Param('referralId') referralId: string,
    @ReceiptOf('receiver_link') receipt: Receipt,
    @Body() wish: MakeReceiverLinkRequest,
  ): Promise<MadeReceiverLinkResponse> {
    return madeResponse(await this.making.by(actor, referralId, receipt, wish));
  }

  /** The links that were made to this referral, without their secrets; the newest first, a hundred at most. */
  @Get('referrals/:referralId/receiver-links')
  @Needs('referral:read')
  @ApiOkResponse({ type: ReceiverLinksResponse })
  async list(@By() actor: Actor, @Param('referralId') referralId: string): Promise<ReceiverLinksResponse> {
    const { items, now } = await this.links.of(actor, referralId);
    return { items: items.map((link) => receiverLinkResponse(link, now)) };
  }

  /** One link, without its secret. */
  @Get('receiver-links/:id')
  @Needs('referral:read')
  @ApiOkResponse({ type: ReceiverLinkResponse })
  async read(@By() actor: Actor, @Param('id') id: string): Promise<ReceiverLinkResponse> {
    return oneOf(await this.links.one(actor, id));
  }

  /** Takes a link back: it opens nothing any more, and a session of it ends with the next request. */
  @Post('receiver-links/:id/moves')
  @HttpCode(200)
  @Needs('referral:write')
  @ApiOkResponse({ type: ReceiverLinkResponse })
  async move(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() expected: number,
    @Body() { move }: MoveReceiverLinkRequest,
  ): Promise<ReceiverLinkResponse> {
    return oneOf(await this.links.move(actor, id, expected, move));
  }
}
