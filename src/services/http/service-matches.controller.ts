import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { By, Needs } from '../../access/needs.js';
import { sent } from '../../kernel/merge-patch.js';
import type { PageRequest } from '../../kernel/page.js';
import { listOf, Paging } from '../../platform/http/paging.js';
import { MatchServices } from '../application/match-services.js';
import { MatchServicesRequest } from './service-match.request.js';
import { ServiceMatchesResponse, serviceMatchResponse } from './service-match.response.js';

@ApiTags('services')
@Controller('v1/clients/:clientId/service-matches')
export class ServiceMatchesController {
  constructor(private readonly match: MatchServices) {}

  /**
   * Services against what is known of the client: each criterion met, not met or unknown, and why. What you send as facts
   * stands before what the record holds, and is not kept. It decides nothing.
   */
  @Post()
  @HttpCode(200)
  @Needs('service:match')
  @ApiOkResponse({ type: ServiceMatchesResponse })
  async list(
    @By() actor: Actor,
    @Param('clientId') clientId: string,
    @Body() { facts = {}, ...filter }: MatchServicesRequest,
    @Paging() page: PageRequest,
  ): Promise<ServiceMatchesResponse> {
    const found = await this.match.for(actor, clientId, { filter: sent(filter), facts: sent(facts) }, page);
    return listOf(found, serviceMatchResponse);
  }
}
