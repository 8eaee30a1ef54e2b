import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
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
import { FindWaiting } from '../application/find-waiting.js';
import { TendBeds } from '../application/tend-beds.js';
import { AddBedRequest, ChangeBedRequest } from './bed.request.js';
import {
  BedResponse,
  bedResponse,
  BedsResponse,
  offerResponse,
  OffersResponse,
  WaitingListResponse,
  waitingListResponse,
} from './waiting-list.response.js';

@ApiTags('waiting list, beds')
@Controller('v1')
export class WaitingListController {
  constructor(
    private readonly waiting: FindWaiting,
    private readonly beds: TendBeds,
  ) {}

  /**
   * Who waits for a service of your own house, in order, with what was offered last and what came of it. Whoever is offered a
   * date, or could not come, stays there until they come in or it ends.
   */
  @Get('services/:id/waiting-list')
  @Needs('waiting-list:read')
  @ApiOkResponse({ type: WaitingListResponse })
  async list(
    @By() actor: Actor,
    @Param('id') serviceId: Id,
    @Paging() page: PageRequest,
  ): Promise<WaitingListResponse> {
    return waitingListResponse(await this.waiting.for(actor, serviceId, page));
  }

  /** What was offered there to whom, why to them before others, and what came of it. */
  @Get('services/:id/offers')
  @Needs('waiting-list:read')
  @ApiOkResponse({ type: OffersResponse })
  async offers(@By() actor: Actor, @Param('id') serviceId: Id, @Paging() page: PageRequest): Promise<OffersResponse> {
    return listOf(await this.waiting.offers(actor, serviceId, page), offerResponse);
  }

  /** The beds of a service of your own house, and how each stands. Nothing here tells who sleeps where. */
  @Get('services/:id/beds')
  @Needs('bed:read')
  @ApiOkResponse({ type: BedsResponse })
  async listBeds(@By() actor: Actor, @Param('id') serviceId: Id, @Paging() page: PageRequest): Promise<BedsResponse> {
    return listOf(await this.beds.of(actor, serviceId, page), bedResponse);
  }

  /** A bed of a service of your own house. */
  @Post('services/:id/beds')
  @Creates('/v1/services/{serviceId}/beds')
  @Needs('service:manage')
  @ApiCreatedResponse({ type: BedResponse })
  async addBed(
    @By() actor: Actor,
    @Param('id') serviceId: Id,
    @Body() { label }: AddBedRequest,
    @ReceiptOf('bed') receipt: Receipt,
  ): Promise<BedResponse> {
    return bedResponse(await this.beds.add(actor, serviceId, label, receipt));
  }

  /** Another label, or closed, or opened again. */
  @Patch('beds/:id')
  @Needs('service:manage')
  @ApiOkResponse({ type: BedResponse })
  async changeBed(
    @By() actor: Actor,
    @AtVersion() { id, expected }: RecordAtVersion,
    @Body() change: ChangeBedRequest,
  ): Promise<BedResponse> {
    return bedResponse(await this.beds.change(actor, id, expected, sent(change)));
  }
}
