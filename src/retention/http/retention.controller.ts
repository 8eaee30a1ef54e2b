import { Body, Controller, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { By, Needs } from '../../access/needs.js';
import type { PageRequest } from '../../kernel/page.js';
import { languageOf } from '../../platform/http/language.js';
import { listOf, Paging } from '../../platform/http/paging.js';
import { RetentionRulesHere } from '../application/retention-rules-here.js';
import { MoveRetentionRuleRequest } from './retention.request.js';
import {
  RetentionDueListResponse,
  retentionDueResponse,
  RetentionRuleResponse,
  retentionRuleResponse,
  RetentionRulesResponse,
} from './retention.response.js';

@ApiTags('consent, privacy')
@Controller('v1/retention')
export class RetentionController {
  constructor(private readonly rules: RetentionRulesHere) {}

  /** How long records are kept, each rule with its source, and whether it is approved here. */
  @Get('rules')
  @Needs('retention:manage')
  @ApiOkResponse({ type: RetentionRulesResponse })
  async list(
    @By() actor: Actor,
    @Headers('accept-language') languages: string | undefined,
  ): Promise<RetentionRulesResponse> {
    return { items: (await this.rules.all(actor)).map(retentionRuleResponse(languageOf(languages))) };
  }

  /** Approves a rule as it reads today, or sets it aside. A rule that is not approved does nothing. */
  @Post('rules/:code/moves')
  @HttpCode(200)
  @Needs('retention:manage')
  @ApiOkResponse({ type: RetentionRuleResponse })
  async move(
    @By() actor: Actor,
    @Param('code') code: string,
    @Body() { move }: MoveRetentionRuleRequest,
    @Headers('accept-language') languages: string | undefined,
  ): Promise<RetentionRuleResponse> {
    return retentionRuleResponse(languageOf(languages))(await this.rules.move(actor, code, move));
  }

  /** Whose record has been kept long enough by an approved rule; made once a night. To be on it erases nobody. */
  @Get('due')
  @Needs('retention:manage')
  @ApiOkResponse({ type: RetentionDueListResponse })
  async due(@By() actor: Actor, @Paging() page: PageRequest) {
    return listOf(await this.rules.due(actor, page), retentionDueResponse);
  }
}
