import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { By, Needs, SteppedUp } from '../../access/needs.js';
import { ReceiptOf } from '../../audit/receipt-of.js';
import type { Receipt } from '../../audit/receipts.js';
import type { PageRequest } from '../../kernel/page.js';
import { Creates } from '../../platform/http/created.js';
import { IfMatch } from '../../platform/http/etag.js';
import { listOf, Paging } from '../../platform/http/paging.js';
import { ChangeOrganisation } from '../application/change-organisation.js';
import { FindOrganisations } from '../application/find-organisations.js';
import { RegisterOrganisation } from '../application/register-organisation.js';
import { ChangeOrganisationRequest, NewOrganisationRequest, OrganisationQuery } from './organisation.request.js';
import { OrganisationResponse, organisationResponse, OrganisationsResponse } from './organisation.response.js';

@ApiTags('organisations, staff')
@Controller('v1/organisations')
export class OrganisationsController {
  constructor(
    private readonly find: FindOrganisations,
    private readonly register: RegisterOrganisation,
    private readonly change: ChangeOrganisation,
  ) {}

  /** Every organisation that works with this service, by name. */
  @Get()
  @Needs('organisation:read')
  @ApiOkResponse({ type: OrganisationsResponse })
  async list(@By() actor: Actor, @Query() query: OrganisationQuery, @Paging() page: PageRequest) {
    return listOf(await this.find.all(actor, query, page), organisationResponse);
  }

  /** One organisation of the directory. */
  @Get(':id')
  @Needs('organisation:read')
  @ApiOkResponse({ type: OrganisationResponse })
  async read(@By() actor: Actor, @Param('id') id: string): Promise<OrganisationResponse> {
    return organisationResponse(await this.find.one(actor, id));
  }

  /** Registers another organisation. Whoever does is its first administrator, and switches to that membership to staff it. */
  @Post()
  @Needs('organisation:register')
  @SteppedUp()
  @Creates('/v1/organisations/{id}')
  @ApiCreatedResponse({ type: OrganisationResponse })
  async create(
    @By() actor: Actor,
    @Body() { id: _, ...facts }: NewOrganisationRequest,
    @ReceiptOf('organisation') receipt: Receipt,
  ): Promise<OrganisationResponse> {
    return organisationResponse(await this.register.by(actor, facts, receipt));
  }

  /** Changes the own organisation. */
  @Patch(':id')
  @Needs('organisation:manage')
  @ApiOkResponse({ type: OrganisationResponse })
  async patch(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() expected: number,
    @Body() change: ChangeOrganisationRequest,
  ): Promise<OrganisationResponse> {
    return organisationResponse(await this.change.by(actor, id, expected, change));
  }
}
