import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { By, Needs } from '../../access/needs.js';
import { ReceiptOf } from '../../audit/receipt-of.js';
import type { Receipt } from '../../audit/receipts.js';
import type { PageRequest } from '../../kernel/page.js';
import { AtVersion, type RecordAtVersion } from '../../platform/http/at-version.js';
import { Creates } from '../../platform/http/created.js';
import { listOf, Paging } from '../../platform/http/paging.js';
import { FindConsents } from '../application/find-consents.js';
import { MoveConsent } from '../application/move-consent.js';
import { ReadConsent } from '../application/read-consent.js';
import { RecordConsent } from '../application/record-consent.js';
import { ConsentsQuery, MoveConsentRequest, RecordConsentRequest } from './consent.request.js';
import { ConsentResponse, consentResponse, ConsentsResponse } from './consent.response.js';

@ApiTags('consent, privacy')
@Controller('v1')
export class ConsentsController {
  constructor(
    private readonly findConsents: FindConsents,
    private readonly readConsent: ReadConsent,
    private readonly recordConsent: RecordConsent,
    private readonly moveConsent: MoveConsent,
  ) {}

  /**
   * What the client agreed to share, and said no to, newest first. Whoever keeps the record sees it all; a recipient sees
   * what it was given.
   */
  @Get('clients/:clientId/consents')
  @Needs('consent:read')
  @ApiOkResponse({ type: ConsentsResponse })
  async list(
    @By() actor: Actor,
    @Param('clientId') clientId: string,
    @Query() { state }: ConsentsQuery,
    @Paging() page: PageRequest,
  ): Promise<ConsentsResponse> {
    const of = { clientId, ...(state !== undefined && { state }) };
    const { page: found, withheld } = await this.findConsents.by(actor, of, page);
    return listOf(found, consentResponse, { withheld });
  }

  /**
   * What the client said, to one recipient. It holds on the next request. With an end, a task asks in time whether it
   * goes on.
   */
  @Post('clients/:clientId/consents')
  @Creates('/v1/consents/{id}')
  @Needs('consent:record')
  @ApiCreatedResponse({ type: ConsentResponse })
  async record(
    @By() actor: Actor,
    @Param('clientId') clientId: string,
    @ReceiptOf('consent') receipt: Receipt,
    @Body() { id: _, ...wish }: RecordConsentRequest,
  ): Promise<ConsentResponse> {
    return consentResponse(await this.recordConsent.by(actor, clientId, receipt, wish));
  }

  /** One consent as it stands, with how it stood before. */
  @Get('consents/:id')
  @Needs('consent:read')
  @ApiOkResponse({ type: ConsentResponse })
  async read(@By() actor: Actor, @Param('id') id: string): Promise<ConsentResponse> {
    return consentResponse(await this.readConsent.by(actor, id));
  }

  /** Takes it back, from this moment on; or says that it was written down by mistake. */
  @Post('consents/:id/moves')
  @HttpCode(200)
  @Needs('consent:move')
  @ApiOkResponse({ type: ConsentResponse })
  async move(
    @By() actor: Actor,
    @AtVersion() at: RecordAtVersion,
    @ReceiptOf('consent_move') receipt: Receipt,
    @Body() wish: MoveConsentRequest,
  ): Promise<ConsentResponse> {
    return consentResponse(await this.moveConsent.by(actor, { ...at, receipt, wish }));
  }
}
