import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { By, Needs } from '../../access/needs.js';
import type { PageRequest } from '../../kernel/page.js';
import { IfMatch } from '../../platform/http/etag.js';
import { listOf, Paging } from '../../platform/http/paging.js';
import { FindNotices } from '../application/find-notices.js';
import { MoveNotice } from '../application/move-notice.js';
import { MoveNoticeRequest, NoticesQuery } from './notice.request.js';
import { NoticeResponse, noticeResponse, NoticesResponse } from './notice.response.js';

@ApiTags('today')
@Controller('v1/notices')
export class NoticesController {
  constructor(
    private readonly findNotices: FindNotices,
    private readonly moveNotice: MoveNotice,
  ) {}

  /** Yours, newest first. */
  @Get()
  @Needs('notice:read')
  @ApiOkResponse({ type: NoticesResponse })
  async list(
    @By() actor: Actor,
    @Query() { state }: NoticesQuery,
    @Paging() page: PageRequest,
  ): Promise<NoticesResponse> {
    return listOf(await this.findNotices.by(actor, state === 'unread', page), noticeResponse);
  }

  /** Marks it read, or unread again. */
  @Post(':id/moves')
  @HttpCode(200)
  @Needs('notice:read')
  @ApiOkResponse({ type: NoticeResponse })
  async move(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() expected: number,
    @Body() { move }: MoveNoticeRequest,
  ): Promise<NoticeResponse> {
    return noticeResponse(await this.moveNotice.by(actor, id, expected, move));
  }
}
