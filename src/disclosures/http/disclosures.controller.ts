import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { By, Needs } from '../../access/needs.js';
import type { PageRequest } from '../../kernel/page.js';
import { listOf, Paging } from '../../platform/http/paging.js';
import { ReadDisclosures } from '../application/read-disclosures.js';
import { disclosureResponse, DisclosuresResponse } from './disclosure.response.js';

@ApiTags('consent, privacy')
@Controller('v1/clients/:clientId/disclosures')
export class DisclosuresController {
  constructor(private readonly readDisclosures: ReadDisclosures) {}

  /** What of the client’s record was given out, to whom and on which ground; the newest first. */
  @Get()
  @Needs('disclosure:read')
  @ApiOkResponse({ type: DisclosuresResponse })
  async list(
    @By() actor: Actor,
    @Param('clientId') clientId: string,
    @Paging() page: PageRequest,
  ): Promise<DisclosuresResponse> {
    return listOf(await this.readDisclosures.by(actor, clientId, page), disclosureResponse);
  }
}
