import { Controller, Get, Headers, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { By, Needs } from '../../access/needs.js';
import type { PageRequest } from '../../kernel/page.js';
import { languageOf } from '../../platform/http/language.js';
import { listOf, Paging } from '../../platform/http/paging.js';
import { SearchAudit } from '../application/search-audit.js';
import { AuditQuery, auditFilterOf } from './access-log.request.js';
import { lineResponse, LogResponse } from './access-log.response.js';

/** An audit row may be about nobody: its words show the time of Greenwich. */
const TIME_ZONE = 'Etc/UTC';

@ApiTags('consent, privacy')
@Controller('v1/audit')
export class AuditController {
  constructor(private readonly searchAudit: SearchAudit) {}

  /** What your organisation’s staff did, and what others did to the records that it keeps; the newest first. */
  @Get()
  @Needs('audit:read')
  @ApiOkResponse({ type: LogResponse })
  async list(
    @By() actor: Actor,
    @Query() query: AuditQuery,
    @Headers('accept-language') languages: string | undefined,
    @Paging() page: PageRequest,
  ): Promise<LogResponse> {
    const found = await this.searchAudit.by(actor, auditFilterOf(query), page);
    return listOf(found, lineResponse({ language: languageOf(languages), timeZone: TIME_ZONE }));
  }
}
