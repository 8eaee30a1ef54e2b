import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { By, Needs } from '../../access/needs.js';
import { ReceiptOf } from '../../audit/receipt-of.js';
import type { Receipt } from '../../audit/receipts.js';
import type { Id } from '../../kernel/ids.js';
import { AtVersion, type RecordAtVersion } from '../../platform/http/at-version.js';
import { Creates } from '../../platform/http/created.js';
import { FindLinks } from '../application/find-links.js';
import { JoinRecords } from '../application/join-records.js';
import { PartRecords } from '../application/part-records.js';
import { PreviewLink } from '../application/preview-link.js';
import { LinkPreviewResponse, linkPreviewResponse } from './link-preview.response.js';
import { JoinRecordsRequest, MoveLinkRequest, PreviewLinkRequest } from './record-link.request.js';
import {
  RecordLinkResponse,
  recordLinkResponse,
  RecordLinksResponse,
  recordLinksResponse,
} from './record-link.response.js';

@ApiTags('joined records')
@Controller('v1')
export class RecordLinksController {
  constructor(
    private readonly findLinks: FindLinks,
    private readonly previewLink: PreviewLink,
    private readonly joinRecords: JoinRecords,
    private readonly partRecords: PartRecords,
  ) {}

  /** With which records this one is joined, and was: as far as you see both. */
  @Get('clients/:clientId/links')
  @Needs('record-link:read')
  @ApiOkResponse({ type: RecordLinksResponse })
  async list(@By() actor: Actor, @Param('clientId') clientId: Id): Promise<RecordLinksResponse> {
    return recordLinksResponse(await this.findLinks.of(actor, clientId));
  }

  /** What two records would be together: what each holds, what you would see, what cannot both be so. Saves nothing. */
  @Post('clients/:clientId/links/preview')
  @HttpCode(200)
  @Needs('record-link:read')
  @ApiOkResponse({ type: LinkPreviewResponse })
  async preview(
    @By() actor: Actor,
    @Param('clientId') clientId: Id,
    @Body() { otherClientId }: PreviewLinkRequest,
  ): Promise<LinkPreviewResponse> {
    return linkPreviewResponse(await this.previewLink.by(actor, clientId, otherClientId));
  }

  /**
   * Two records of one person, joined with their agreement. No row of either changes, and nobody sees more than before:
   * who sees both reads them as one from the next request on.
   */
  @Post('clients/:clientId/links')
  @Creates('/v1/record-links/{id}')
  @Needs('record-link:change')
  @ApiCreatedResponse({ type: RecordLinkResponse })
  async join(
    @By() actor: Actor,
    @Param('clientId') clientId: Id,
    @Body() { id: _, ...wish }: JoinRecordsRequest,
    @ReceiptOf('record_link') receipt: Receipt,
  ): Promise<RecordLinkResponse> {
    return recordLinkResponse(await this.joinRecords.by(actor, clientId, receipt, wish));
  }

  /** One link: why, with what agreement, since when and until when. */
  @Get('record-links/:id')
  @Needs('record-link:read')
  @ApiOkResponse({ type: RecordLinkResponse })
  async read(@By() actor: Actor, @Param('id') id: Id): Promise<RecordLinkResponse> {
    return recordLinkResponse(await this.findLinks.one(actor, id));
  }

  /** Parts them: from the next request on there are two records again, each as it always was. */
  @Post('record-links/:id/moves')
  @HttpCode(200)
  @Needs('record-link:change')
  @ApiOkResponse({ type: RecordLinkResponse })
  async move(
    @By() actor: Actor,
    @AtVersion() { id, expected }: RecordAtVersion,
    @Body() wish: MoveLinkRequest,
    @ReceiptOf('record_link') receipt: Receipt,
  ): Promise<RecordLinkResponse> {
    return recordLinkResponse(await this.partRecords.by(actor, { id, expected, receipt, wish }));
  }
}
