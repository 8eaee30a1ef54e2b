import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { By, Needs } from '../../access/needs.js';
import type { PageRequest } from '../../kernel/page.js';
import { sendHtml } from '../../platform/http/html.js';
import { listOf, Paging } from '../../platform/http/paging.js';
import { ReadAccessLog } from '../application/read-access-log.js';
import { filterOf, LogQuery } from './access-log.request.js';
import { AccessLogResponse, lineResponse } from './access-log.response.js';
import { OfClient, type AskedOfClient } from '../../access/http/of-client.js';
import { logCsv } from './log.csv.js';
import { logPage } from './page/log.page.js';
import { toldLine } from './page/told-line.js';

@ApiTags('consent, privacy')
@Controller('v1/clients/:clientId/access-log')
export class AccessLogController {
  constructor(private readonly readLog: ReadAccessLog) {}

  /** Who used the client’s record, when, what for and on which ground: one line for each audit row, the newest first. */
  @Get()
  @Needs('access-log:read')
  @ApiOkResponse({ type: AccessLogResponse })
  async list(
    @By() actor: Actor,
    @OfClient() { clientId, language }: AskedOfClient,
    @Query() query: LogQuery,
    @Paging() page: PageRequest,
  ): Promise<AccessLogResponse> {
    const { timeZone, ...found } = await this.readLog.by(actor, clientId, filterOf(query), page);
    return listOf(found, lineResponse({ language, timeZone }), { timeZone });
  }

  /** The whole of it as a table to save, in which no cell is a formula. The register of what was given out names it. */
  @Get('csv')
  @Needs('access-log:read')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async csv(
    @By() actor: Actor,
    @OfClient() { clientId, language }: AskedOfClient,
    @Query() query: LogQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { items, timeZone } = await this.readLog.giveOut(actor, clientId, filterOf(query), 'csv');
    void reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="list.csv"');
    const told = items.map((line) => toldLine(line, { language, timeZone }));
    return logCsv(told, language);
  }

  /** The whole of it on a page to print. The register of what was given out names it. */
  @Get('page')
  @Needs('access-log:read')
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' } })
  async page(
    @By() actor: Actor,
    @OfClient() { clientId, language }: AskedOfClient,
    @Query() query: LogQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { items, timeZone } = await this.readLog.giveOut(actor, clientId, filterOf(query), 'page');
    sendHtml(reply);
    const told = items.map((line) => toldLine(line, { language, timeZone }));
    return logPage(told, language, timeZone);
  }
}
