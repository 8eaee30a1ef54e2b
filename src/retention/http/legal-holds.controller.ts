import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { By, Needs, SteppedUp } from '../../access/needs.js';
import { ReceiptOf } from '../../audit/receipt-of.js';
import type { Receipt } from '../../audit/receipts.js';
import type { PageRequest } from '../../kernel/page.js';
import { AtVersion, type RecordAtVersion } from '../../platform/http/at-version.js';
import { Creates } from '../../platform/http/created.js';
import { listOf, Paging } from '../../platform/http/paging.js';
import { FindLegalHolds } from '../application/find-legal-holds.js';
import { LiftLegalHold } from '../application/lift-legal-hold.js';
import { PlaceLegalHold } from '../application/place-legal-hold.js';
import { LegalHoldsQuery, MoveLegalHoldRequest, NewLegalHoldRequest } from './retention.request.js';
import { LegalHoldResponse, legalHoldResponse, LegalHoldsResponse } from './retention.response.js';

@ApiTags('consent, privacy')
@Controller('v1')
export class LegalHoldsController {
  constructor(
    private readonly find: FindLegalHolds,
    private readonly placing: PlaceLegalHold,
    private readonly lifting: LiftLegalHold,
  ) {}

  /** Legal holds over records of the own organisation, the newest first. */
  @Get('legal-holds')
  @Needs('legal-hold:manage')
  @ApiOkResponse({ type: LegalHoldsResponse })
  async list(@By() actor: Actor, @Query() query: LegalHoldsQuery, @Paging() page: PageRequest) {
    return listOf(await this.find.all(actor, query, page), legalHoldResponse);
  }

  /** One legal hold. */
  @Get('legal-holds/:id')
  @Needs('legal-hold:manage')
  @ApiOkResponse({ type: LegalHoldResponse })
  async read(@By() actor: Actor, @Param('id') id: string): Promise<LegalHoldResponse> {
    return legalHoldResponse(await this.find.one(actor, id));
  }

  /** From now on the record is neither erased nor listed for it. */
  @Post('clients/:clientId/legal-holds')
  @Creates('/v1/legal-holds/{id}')
  @Needs('legal-hold:manage')
  @ApiCreatedResponse({ type: LegalHoldResponse })
  async place(
    @By() actor: Actor,
    @Param('clientId') clientId: string,
    @ReceiptOf('legal-hold') receipt: Receipt,
    @Body() { because }: NewLegalHoldRequest,
  ): Promise<LegalHoldResponse> {
    return legalHoldResponse(await this.placing.by(actor, clientId, because, receipt));
  }

  /** Lifts it, with the reason why it is over: from then on an erasure can be approved. */
  @Post('legal-holds/:id/moves')
  @HttpCode(200)
  @Needs('legal-hold:manage')
  @SteppedUp()
  @ApiOkResponse({ type: LegalHoldResponse })
  async move(
    @By() actor: Actor,
    @AtVersion() { id, expected }: RecordAtVersion,
    @Body() asked: MoveLegalHoldRequest,
  ): Promise<LegalHoldResponse> {
    return legalHoldResponse(await this.lifting.by(actor, id, expected, asked));
  }
}
