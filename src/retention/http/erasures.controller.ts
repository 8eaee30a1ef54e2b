import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { OfCaller, OfClient, type AskedOfCaller, type AskedOfClient } from '../../access/http/of-client.js';
import { By, Needs, SteppedUp } from '../../access/needs.js';
import { ReceiptOf } from '../../audit/receipt-of.js';
import type { Receipt } from '../../audit/receipts.js';
import type { PageRequest } from '../../kernel/page.js';
import { AtVersion, type RecordAtVersion } from '../../platform/http/at-version.js';
import { Creates } from '../../platform/http/created.js';
import { languageOf } from '../../platform/http/language.js';
import { listOf, Paging } from '../../platform/http/paging.js';
import { FindErasures } from '../application/find-erasures.js';
import { MoveErasure } from '../application/move-erasure.js';
import { RequestErasure } from '../application/request-erasure.js';
import { ErasuresQuery, MoveErasureRequest, NewCallerErasureRequest, NewErasureRequest } from './retention.request.js';
import { ErasureResponse, erasureResponse, ErasuresResponse } from './retention.response.js';

@ApiTags('consent, privacy')
@Controller('v1')
export class ErasuresController {
  constructor(
    private readonly find: FindErasures,
    private readonly requesting: RequestErasure,
    private readonly moving: MoveErasure,
  ) {}

  /** Erasures requested in the own organisation, and what became of each; the newest first. */
  @Get('erasures')
  @Needs('erasure:read')
  @ApiOkResponse({ type: ErasuresResponse })
  async list(
    @By() actor: Actor,
    @Query() { state }: ErasuresQuery,
    @Headers('accept-language') languages: string | undefined,
    @Paging() page: PageRequest,
  ) {
    return listOf(await this.find.all(actor, state, page), erasureResponse(languageOf(languages)));
  }

  /** One erasure, with what you may do about it now. */
  @Get('erasures/:id')
  @Needs('erasure:read')
  @ApiOkResponse({ type: ErasureResponse })
  async read(
    @By() actor: Actor,
    @Param('id') id: string,
    @Headers('accept-language') languages: string | undefined,
  ): Promise<ErasureResponse> {
    return erasureResponse(languageOf(languages))(await this.find.one(actor, id));
  }

  /** The first of two people asks that a record be erased. Nothing is erased by this. */
  @Post('clients/:clientId/erasures')
  @Creates('/v1/erasures/{id}')
  @Needs('erasure:request')
  @SteppedUp()
  @ApiCreatedResponse({ type: ErasureResponse })
  async request(
    @By() actor: Actor,
    @OfClient() { clientId, language }: AskedOfClient,
    @ReceiptOf('erasure') receipt: Receipt,
    @Body() { because }: NewErasureRequest,
  ): Promise<ErasureResponse> {
    const { id } = await this.requesting.by(actor, { clientId, callerId: null }, because, receipt);
    return erasureResponse(language)(await this.find.one(actor, id));
  }

  /** The first of two people, who works the line, asks that a caller be erased. Nothing is erased by this. */
  @Post('line/callers/:callerId/erasures')
  @Creates('/v1/erasures/{id}')
  @Needs('caller:erase')
  @SteppedUp()
  @ApiCreatedResponse({ type: ErasureResponse })
  async requestOfCaller(
    @By() actor: Actor,
    @OfCaller() { callerId, language }: AskedOfCaller,
    @ReceiptOf('erasure') receipt: Receipt,
    @Body() { because }: NewCallerErasureRequest,
  ): Promise<ErasureResponse> {
    const { id } = await this.requesting.by(actor, { clientId: null, callerId }, because, receipt);
    return erasureResponse(language)(await this.find.one(actor, id));
  }

  /** A second person, a privacy officer, decides. What is approved is erased at once and for good. */
  @Post('erasures/:id/moves')
  @HttpCode(200)
  @Needs('erasure:move')
  @SteppedUp()
  @ApiOkResponse({ type: ErasureResponse })
  async move(
    @By() actor: Actor,
    @AtVersion() { id, expected }: RecordAtVersion,
    @Body() { move }: MoveErasureRequest,
    @Headers('accept-language') languages: string | undefined,
  ): Promise<ErasureResponse> {
    return erasureResponse(languageOf(languages))(await this.moving.by(actor, id, expected, move));
  }
}
