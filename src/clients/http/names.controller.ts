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
import { NAMES } from '../application/particulars.js';
import { ReadParticular } from '../application/read-particular.js';
import { AddNameRequest, ChangeNameRequest, EndRequest, ParticularsQuery } from './particular.request.js';
import { NameResponse, nameResponse, NamesResponse, particularsResponse } from './particular.response.js';

@ApiTags('clients')
@Controller('v1/clients/:clientId/aliases')
export class NamesController {
  constructor(
    private readonly listParticulars: ListParticulars,
    private readonly readParticular: ReadParticular,
    private readonly addParticular: AddParticular,
    private readonly changeParticular: ChangeParticular,
    private readonly endParticular: EndParticular,
  ) {}

  /** What the client is called, and where. */
  @Get()
  @Needs('client:read')
  @ApiOkResponse({ type: NamesResponse })
  async list(
    @By() actor: Actor,
    @Param('clientId') clientId: Id,
    @Query() { include }: ParticularsQuery,
  ): Promise<NamesResponse> {
    const list = await this.listParticulars.by(actor, NAMES, clientId, include === 'ended');
    return particularsResponse(list, nameResponse);
  }

  /** One name, also where it has ended. */
  @Get(':id')
  @Needs('client:read')
  @ApiOkResponse({ type: NameResponse })
  async read(@By() actor: Actor, @Param('clientId') clientId: Id, @Param('id') id: Id): Promise<NameResponse> {
    return nameResponse(await this.readParticular.by(actor, NAMES, clientId, id));
  }

  /** Another name of the client’s, and where they go by it. */
  @Post()
  @Creates('/v1/clients/{clientId}/aliases/{id}')
  @Needs('client:change')
  @ApiCreatedResponse({ type: NameResponse })
  async add(
    @By() actor: Actor,
    @Param('clientId') clientId: Id,
    @Body() { setting, name, note }: AddNameRequest,
    @ReceiptOf('client_name') receipt: Receipt,
  ): Promise<NameResponse> {
    const wanted = { clientId, columns: { setting }, words: { name, ...sent({ note }) } };
    return nameResponse(await this.addParticular.by(actor, receipt, NAMES, wanted));
  }

  /** Writes the name or its setting anew. A merge patch: null clears, absent keeps. */
  @Patch(':id')
  @Needs('client:change')
  @ApiOkResponse({ type: NameResponse })
  async change(
    @By() actor: Actor,
    @Param('clientId') clientId: Id,
    @AtVersion() at: RecordAtVersion,
    @Body() { setting, name, note }: ChangeNameRequest,
  ): Promise<NameResponse> {
    const change = { clientId, ...at, columns: sent({ setting }), words: sent({ name, note }) };
    return nameResponse(await this.changeParticular.by(actor, NAMES, change));
  }

  /** Ends this name. It stays as history, and the client is still found by it. */
  @Post(':id/moves')
  @HttpCode(200)
  @Needs('client:change')
  @ApiOkResponse({ type: NameResponse })
  async move(
    @By() actor: Actor,
    @Param('clientId') clientId: Id,
    @AtVersion() at: RecordAtVersion,
    @Body() _: EndRequest,
  ): Promise<NameResponse> {
    return nameResponse(await this.endParticular.by(actor, NAMES, { clientId, ...at }));
  }
}
