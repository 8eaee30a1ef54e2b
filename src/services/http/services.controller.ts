import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { By, Needs } from '../../access/needs.js';
import { ReceiptOf } from '../../audit/receipt-of.js';
import type { Receipt } from '../../audit/receipts.js';
import { sent } from '../../kernel/merge-patch.js';
import type { PageRequest } from '../../kernel/page.js';
import { AtVersion, type RecordAtVersion } from '../../platform/http/at-version.js';
import { Creates } from '../../platform/http/created.js';
import { listOf, Paging } from '../../platform/http/paging.js';
import { AddService } from '../application/add-service.js';
import { ChangeService } from '../application/change-service.js';
import { ConfirmCapacity } from '../application/confirm-capacity.js';
import { FindServices } from '../application/find-services.js';
import { MoveService } from '../application/move-service.js';
import { WriteEligibility } from '../application/write-eligibility.js';
import {
  ChangeServiceRequest,
  ConfirmCapacityRequest,
  MoveServiceRequest,
  NewServiceRequest,
  ServicesQuery,
  WriteEligibilityRequest,
} from './service.request.js';
import {
  EligibilitiesResponse,
  eligibilityResponse,
  ServiceResponse,
  serviceResponse,
  ServicesResponse,
} from './service.response.js';

@ApiTags('services')
@Controller('v1/services')
export class ServicesController {
  constructor(
    private readonly find: FindServices,
    private readonly add: AddService,
    private readonly change: ChangeService,
    private readonly move: MoveService,
    private readonly writeEligibility: WriteEligibility,
    private readonly confirmCapacity: ConfirmCapacity,
  ) {}

  /** What takes people now: programmes, housing, income offices, groups and places to go to, by name. */
  @Get()
  @Needs('service:read')
  @ApiOkResponse({ type: ServicesResponse })
  async list(
    @By() actor: Actor,
    @Query() query: ServicesQuery,
    @Paging() page: PageRequest,
  ): Promise<ServicesResponse> {
    return listOf(await this.find.all(actor, query, page), serviceResponse);
  }

  /** One service: what it asks for, what it means for income, housing and treatment, and how many places were free when. */
  @Get(':id')
  @Needs('service:read')
  @ApiOkResponse({ type: ServiceResponse })
  async read(@By() actor: Actor, @Param('id') id: string): Promise<ServiceResponse> {
    return serviceResponse(await this.find.one(actor, id));
  }

  /** A service of your own organisation. What you do not say is not known. */
  @Post()
  @Creates('/v1/services/{id}')
  @Needs('service:manage')
  @ApiCreatedResponse({ type: ServiceResponse })
  async create(
    @By() actor: Actor,
    @Body() { id: _, ...facts }: NewServiceRequest,
    @ReceiptOf('service') receipt: Receipt,
  ): Promise<ServiceResponse> {
    return serviceResponse(await this.add.by(actor, { ...sent(facts), ...required(facts) }, receipt));
  }

  /** Changes what is said of a service of your own organisation. */
  @Patch(':id')
  @Needs('service:manage')
  @ApiOkResponse({ type: ServiceResponse })
  async patch(
    @By() actor: Actor,
    @AtVersion() { id, expected }: RecordAtVersion,
    @Body() change: ChangeServiceRequest,
  ): Promise<ServiceResponse> {
    return serviceResponse(await this.change.by(actor, id, expected, sent(change)));
  }

  /** Closes it to those who would ask for a place, or opens it again. */
  @Post(':id/moves')
  @HttpCode(200)
  @Needs('service:manage')
  @ApiOkResponse({ type: ServiceResponse })
  async moveOn(
    @By() actor: Actor,
    @AtVersion() at: RecordAtVersion,
    @ReceiptOf('service_move') receipt: Receipt,
    @Body() { move }: MoveServiceRequest,
  ): Promise<ServiceResponse> {
    return serviceResponse(await this.move.by(actor, { ...at, receipt, move }));
  }

  /** What it asked for at each time that somebody wrote it down. */
  @Get(':id/eligibility')
  @Needs('service:read')
  @ApiOkResponse({ type: EligibilitiesResponse })
  async eligibilities(@By() actor: Actor, @Param('id') id: string): Promise<EligibilitiesResponse> {
    return { items: (await this.find.eligibilities(actor, id)).map(eligibilityResponse) };
  }

  /** Writes down what it asks for, with the day and where it says so. What was written before stays. */
  @Post(':id/eligibility')
  @Creates('/v1/services/{id}')
  @Needs('service:manage')
  @ApiCreatedResponse({ type: ServiceResponse })
  async write(
    @By() actor: Actor,
    @Param('id') id: string,
    @ReceiptOf('service_eligibility') receipt: Receipt,
    @Body() { id: _, ...said }: WriteEligibilityRequest,
  ): Promise<ServiceResponse> {
    return serviceResponse(await this.writeEligibility.by(actor, id, said, receipt));
  }

  /** How many places are free, as you have just counted them. */
  @Post(':id/capacity')
  @Creates('/v1/services/{id}')
  @Needs('service:manage')
  @ApiCreatedResponse({ type: ServiceResponse })
  async confirm(
    @By() actor: Actor,
    @Param('id') id: string,
    @ReceiptOf('service_capacity') receipt: Receipt,
    @Body() { id: _, ...said }: ConfirmCapacityRequest,
  ): Promise<ServiceResponse> {
    return serviceResponse(await this.confirmCapacity.by(actor, id, said, receipt));
  }
}

const required = ({ name, kind, languages }: Omit<NewServiceRequest, 'id'>) => ({ name, kind, languages });
