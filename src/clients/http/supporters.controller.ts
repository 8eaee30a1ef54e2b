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
import { SUPPORTERS } from '../application/particulars.js';
import { ReadParticular } from '../application/read-particular.js';
import { AddSupporterRequest, ChangeSupporterRequest, EndRequest, ParticularsQuery } from './particular.request.js';
import {
  SupporterResponse,
  supporterResponse,
  SupportersResponse,
  particularsResponse,
} from './particular.response.js';

@ApiTags('clients')
@Controller('v1/clients/:clientId/supporters')
export class SupportersController {
  constructor(
    private readonly listParticulars: ListParticulars,
    private readonly readParticular: ReadParticular,
    private readonly addParticular: AddParticular,
    private readonly changeParticular: ChangeParticular,
    private readonly endParticular: EndParticular,
  ) {}

  /** Whom the client chose to stand by them, and what these may be told. */
  @Get()
  @Needs('supporter:read')
  @ApiOkResponse({ type: SupportersResponse })
  async list(
    @By() actor: Actor,
    @Param('clientId') clientId: Id,
    @Query() { include }: ParticularsQuery,
  ): Promise<SupportersResponse> {
    const list = await this.listParticulars.by(actor, SUPPORTERS, clientId, include === 'ended');
    return particularsResponse(list, supporterResponse);
  }

  /** One supporter, also where it has ended. */
  @Get(':id')
  @Needs('supporter:read')
  @ApiOkResponse({ type: SupporterResponse })
  async read(@By() actor: Actor, @Param('clientId') clientId: Id, @Param('id') id: Id): Promise<SupporterResponse> {
    return supporterResponse(await this.readParticular.by(actor, SUPPORTERS, clientId, id));
  }

  /** Somebody whom the client chose to stand by them, and what they may be told. */
  @Post()
  @Creates('/v1/clients/{clientId}/supporters/{id}')
  @Needs('supporter:change')
  @ApiCreatedResponse({ type: SupporterResponse })
  async add(
    @By() actor: Actor,
    @Param('clientId') clientId: Id,
    @Body() { name, mayBeTold, relation, reachedBy, note }: AddSupporterRequest,
    @ReceiptOf('supporter') receipt: Receipt,
  ): Promise<SupporterResponse> {
    const words = { name, ...sent({ relation, reachedBy, note }) };
    const wanted = { clientId, columns: { mayBeTold }, words };
    return supporterResponse(await this.addParticular.by(actor, receipt, SUPPORTERS, wanted));
  }

  /** Changes who it is or what they may be told. A merge patch: null clears, absent keeps. */
  @Patch(':id')
  @Needs('supporter:change')
  @ApiOkResponse({ type: SupporterResponse })
  async change(
    @By() actor: Actor,
    @Param('clientId') clientId: Id,
    @AtVersion() at: RecordAtVersion,
    @Body() { mayBeTold, name, relation, reachedBy, note }: ChangeSupporterRequest,
  ): Promise<SupporterResponse> {
    const change = {
      clientId,
      ...at,
      columns: sent({ mayBeTold }),
      words: sent({ name, relation, reachedBy, note }),
    };
    return supporterResponse(await this.changeParticular.by(actor, SUPPORTERS, change));
  }

  /** Ends the entry of this supporter. It stays as history. */
  @Post(':id/moves')
  @HttpCode(200)
  @Needs('supporter:change')
  @ApiOkResponse({ type: SupporterResponse })
  async move(
    @By() actor: Actor,
    @Param('clientId') clientId: Id,
    @AtVersion() at: RecordAtVersion,
    @Body() _: EndRequest,
  ): Promise<SupporterResponse> {
    return supporterResponse(await this.endParticular.by(actor, SUPPORTERS, { clientId, ...at }));
  }
}
