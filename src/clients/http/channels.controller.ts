import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { By, Needs } from '../../access/needs.js';
import { ReceiptOf } from '../../audit/receipt-of.js';
import type { Receipt } from '../../audit/receipts.js';
import type { Id } from '../../kernel/ids.js';
import { sent } from '../../kernel/merge-patch.js';
import { AtVersion, type RecordAtVersion } from '../../platform/http/at-version.js';
import { Creates } from '../../platform/http/created.js';
import { AddParticular } from '../application/add-particular.js';
import { ChangeParticular } from '../application/change-particular.js';
import { EndParticular } from '../application/end-particular.js';
import { ListParticulars } from '../application/list-particulars.js';
import { CHANNELS } from '../application/particulars.js';
import { ReadParticular } from '../application/read-particular.js';
import { AddChannelRequest, ChangeChannelRequest, EndRequest, ParticularsQuery } from './particular.request.js';
import { ChannelResponse, channelResponse, ChannelsResponse, particularsResponse } from './particular.response.js';

@ApiTags('clients')
@Controller('v1/clients/:clientId/channels')
export class ChannelsController {
  constructor(
    private readonly listParticulars: ListParticulars,
    private readonly readParticular: ReadParticular,
    private readonly addParticular: AddParticular,
    private readonly changeParticular: ChangeParticular,
    private readonly endParticular: EndParticular,
  ) {}

  /** How the client may be reached, what is safe on each way, and whether it may be used at this moment. */
  @Get()
  @Needs('channel:read')
  @ApiOkResponse({ type: ChannelsResponse })
  async list(
    @By() actor: Actor,
    @Param('clientId') clientId: Id,
    @Query() { include }: ParticularsQuery,
  ): Promise<ChannelsResponse> {
    const list = await this.listParticulars.by(actor, CHANNELS, clientId, include === 'ended');
    return particularsResponse(list, channelResponse);
  }

  /** One way to reach the client, also where it has ended. */
  @Get(':id')
  @Needs('channel:read')
  @ApiOkResponse({ type: ChannelResponse })
  async read(@By() actor: Actor, @Param('clientId') clientId: Id, @Param('id') id: Id): Promise<ChannelResponse> {
    return channelResponse(await this.readParticular.by(actor, CHANNELS, clientId, id));
  }

  /** Another way to reach the client, with what is safe on it. */
  @Post()
  @Creates('/v1/clients/{clientId}/channels/{id}')
  @Needs('channel:change')
  @ApiCreatedResponse({ type: ChannelResponse })
  async add(
    @By() actor: Actor,
    @Param('clientId') clientId: Id,
    @Body() { id: _, kind, mayContact, mayLeaveVoicemail = false, safeHours = [], ...words }: AddChannelRequest,
    @ReceiptOf('channel') receipt: Receipt,
  ): Promise<ChannelResponse> {
    const columns = { kind, mayContact, mayLeaveVoicemail, safeHours };
    const wanted = { clientId, columns, words: sent(words) };
    return channelResponse(await this.addParticular.by(actor, receipt, CHANNELS, wanted));
  }

  /** Says anew what is safe on it. A merge patch: null clears, absent keeps. */
  @Patch(':id')
  @Needs('channel:change')
  @ApiOkResponse({ type: ChannelResponse })
  async change(
    @By() actor: Actor,
    @Param('clientId') clientId: Id,
    @AtVersion() at: RecordAtVersion,
    @Body() { mayContact, mayLeaveVoicemail, safeHours, ...words }: ChangeChannelRequest,
  ): Promise<ChannelResponse> {
    const change = {
      clientId,
      ...at,
      columns: sent({ mayContact, mayLeaveVoicemail, safeHours }),
      words: sent(words),
    };
    return channelResponse(await this.changeParticular.by(actor, CHANNELS, change));
  }

  /** Ends this way to reach the client. It stays as history, and they are still found by it. */
  @Post(':id/moves')
  @HttpCode(200)
  @Needs('channel:change')
  @ApiOkResponse({ type: ChannelResponse })
  async move(
    @By() actor: Actor,
    @Param('clientId') clientId: Id,
    @AtVersion() at: RecordAtVersion,
    @Body() _: EndRequest,
  ): Promise<ChannelResponse> {
    return channelResponse(await this.endParticular.by(actor, CHANNELS, { clientId, ...at }));
  }
}
