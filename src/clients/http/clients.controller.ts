import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
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
import { ChangeClient } from '../application/change-client.js';
import { CreateClient } from '../application/create-client.js';
import { ListCaseload } from '../application/list-caseload.js';
import { ReadClient } from '../application/read-client.js';
import { SearchClients } from '../application/search-clients.js';
import { ChangeClientRequest, CreateClientRequest, SearchClientsRequest } from './client.request.js';
import {
  CaseloadResponse,
  ClientResponse,
  clientResponse,
  CreatedClientResponse,
  createdClientResponse,
  foundClientResponse,
  FoundClientsResponse,
} from './client.response.js';

const FOUND = 20;

@ApiTags('clients')
@Controller('v1/clients')
export class ClientsController {
  constructor(
    private readonly createClient: CreateClient,
    private readonly listCaseload: ListCaseload,
    private readonly searchClients: SearchClients,
    private readonly readClient: ReadClient,
    private readonly changeClient: ChangeClient,
  ) {}

  /** A new record: what the client goes by is enough. Whoever makes it becomes their primary worker. */
  @Post()
  @Creates('/v1/clients/{id}')
  @Needs('client:create')
  @ApiCreatedResponse({ type: CreatedClientResponse })
  async create(
    @By() actor: Actor,
    @Body() { id: _, goesBy, pronouns, birthDate, ...plain }: CreateClientRequest,
    @ReceiptOf('client') receipt: Receipt,
  ): Promise<CreatedClientResponse> {
    const words = sent({ pronouns, birthDate });
    return createdClientResponse(await this.createClient.by(actor, receipt, { goesBy, ...plain, words }));
  }

  /** Everybody whom you see now, in no order that says anything about them. */
  @Get()
  @Needs('client:read')
  @ApiOkResponse({ type: CaseloadResponse })
  async list(@By() actor: Actor, @Paging() page: PageRequest): Promise<CaseloadResponse> {
    return listOf(await this.listCaseload.by(actor, page), clientResponse);
  }

  /** By names in any spelling and order, ends of numbers and birth date; among the clients whom you see. */
  @Post('search')
  @HttpCode(200)
  @Needs('client:search')
  @ApiOkResponse({ type: FoundClientsResponse })
  async search(@By() actor: Actor, @Body() { text, limit }: SearchClientsRequest): Promise<FoundClientsResponse> {
    const found = await this.searchClients.by(actor, text, limit ?? FOUND);
    return { items: found.map(foundClientResponse) };
  }

  /** Who the client is, as far as your role may read it. */
  @Get(':id')
  @Needs('client:read')
  @ApiOkResponse({ type: ClientResponse })
  async read(@By() actor: Actor, @Param('id') id: Id): Promise<ClientResponse> {
    return clientResponse(await this.readClient.by(actor, id));
  }

  /** A merge patch: null clears, absent keeps. Names and numbers have routes of their own. */
  @Patch(':id')
  @Needs('client:change')
  @ApiOkResponse({ type: ClientResponse })
  async change(
    @By() actor: Actor,
    @AtVersion() { id, expected }: RecordAtVersion,
    @Body() change: ChangeClientRequest,
  ): Promise<ClientResponse> {
    return clientResponse(await this.changeClient.by(actor, id, expected, change));
  }
}
