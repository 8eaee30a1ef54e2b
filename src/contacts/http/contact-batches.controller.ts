import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { By, Needs } from '../../access/needs.js';
import { contentOf, ReceiptKeys } from '../../audit/receipt-of.js';
import { isId } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { inputOf } from '../../platform/http/input.pipe.js';
import { languageOf } from '../../platform/http/language.js';
import { LogContactBatch, type BatchItem } from '../application/log-contact-batch.js';
import { ContactBatchRequest } from './batch.request.js';
import { batchResponse, ContactBatchResponse } from './batch.response.js';
import { draftOf } from './contact.input.js';
import { BatchContactRequest } from './contact.request.js';
import { followUpOf } from './follow-up.request.js';

/** Where a contact goes that is sent by itself: sent there and then in a batch, it is the same one. */
const ALONE = ['POST', '/v1/clients/:clientId/contacts'] as const;

@ApiTags('contacts')
@Controller('v1')
export class ContactBatchesController {
  constructor(
    private readonly logBatch: LogContactBatch,
    private readonly keys: ReceiptKeys,
  ) {}

  /**
   * What was written down without a connection, of one client or several. Each item has its own result; one that is
   * broken does not hold back the others; sent again it stays once.
   */
  @Post('contact-batches')
  @HttpCode(200)
  @Needs('contact:write')
  @ApiOkResponse({ type: ContactBatchResponse })
  async log(
    @By() actor: Actor,
    @Body() { items }: ContactBatchRequest,
    @Headers('accept-language') acceptLanguage?: string,
  ): Promise<ContactBatchResponse> {
    const results = await this.logBatch.by(actor, await Promise.all(items.map((item) => this.itemOf(item))));
    return batchResponse(results, { language: languageOf(acceptLanguage), requestId: actor.requestId });
  }

  private async itemOf(raw: unknown): Promise<BatchItem> {
    try {
      const contact = await inputOf(BatchContactRequest, raw, 'body');
      const { clientId, ...content } = raw as BatchContactRequest;
      const receipt = await this.keys.receiptOf({
        made: 'contact',
        key: undefined,
        ownId: contact.id,
        content: contentOf(...ALONE, { clientId }, content),
        markReplayed: () => undefined,
      });
      const followUps = (contact.followUps ?? []).map(followUpOf);
      return { id: contact.id, wish: { clientId, receipt, draft: draftOf(contact), followUps } };
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      const id = (raw as { readonly id?: unknown } | null)?.id;
      return { id: isId(id) ? id : null, refusal: fault };
    }
  }
}
