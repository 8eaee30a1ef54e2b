import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { By, Needs } from '../../access/needs.js';
import type { PageRequest } from '../../kernel/page.js';
import { listOf, Paging } from '../../platform/http/paging.js';
import { FindAlikePairs } from '../application/find-alike-pairs.js';
import { SetAsidePair } from '../application/set-aside-pair.js';
import { PairSetAsideResponse } from './link-preview.response.js';
import { possibleDuplicateResponse, PossibleDuplicatesResponse } from './possible-duplicate.response.js';
import { SetAsidePairRequest } from './record-link.request.js';

@ApiTags('joined records')
@Controller('v1/possible-duplicates')
export class PossibleDuplicatesController {
  constructor(
    private readonly findAlikePairs: FindAlikePairs,
    private readonly setAsidePair: SetAsidePair,
  ) {}

  /** Pairs of records that may be one person’s, among the clients whom you see, each with all of why. Ask the client first. */
  @Get()
  @Needs('record-link:read')
  @ApiOkResponse({ type: PossibleDuplicatesResponse })
  async list(@By() actor: Actor, @Paging() page: PageRequest): Promise<PossibleDuplicatesResponse> {
    return listOf(await this.findAlikePairs.by(actor, page), possibleDuplicateResponse);
  }

  /** Two that are to stay apart. They are not listed again; said once more, it stays as it was said first. */
  @Post('set-aside')
  @HttpCode(200)
  @Needs('record-pair:set-aside')
  @ApiOkResponse({ type: PairSetAsideResponse })
  setAside(@By() actor: Actor, @Body() pair: SetAsidePairRequest): Promise<PairSetAsideResponse> {
    return this.setAsidePair.by(actor, pair);
  }
}
