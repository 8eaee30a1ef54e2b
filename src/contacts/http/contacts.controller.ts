import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { readOf } from '../../access/http/ground.response.js';
import { By, Needs } from '../../access/needs.js';
import { ReceiptOf } from '../../audit/receipt-of.js';
import type { Receipt } from '../../audit/receipts.js';
import type { Id } from '../../kernel/ids.js';
import type { PageRequest } from '../../kernel/page.js';
import { AtVersion, type RecordAtVersion } from '../../platform/http/at-version.js';
import { Creates } from '../../platform/http/created.js';
import { IfMatch } from '../../platform/http/etag.js';
import { listOf, Paging } from '../../platform/http/paging.js';
import { AmendContact } from '../application/amend-contact.js';
import { FindContacts } from '../application/find-contacts.js';
import { LogContact } from '../application/log-contact.js';
import { MoveContact } from '../application/move-contact.js';
import { ReadContact } from '../application/read-contact.js';
import { ReadContactVersions } from '../application/read-contact-versions.js';
import { changeOf, draftOf, filterOf } from './contact.input.js';
import { AmendContactRequest, ContactsQuery, LogContactRequest, MoveContactRequest } from './contact.request.js';
import {
  contactResponse,
  ContactResponse,
  ContactsResponse,
  ContactVersionsResponse,
  listedContact,
  versionsResponse,
} from './contact.response.js';
import { followUpOf } from './follow-up.request.js';

@ApiTags('contacts')
@Controller('v1')
export class ContactsController {
  constructor(
    private readonly logContact: LogContact,
    private readonly findContacts: FindContacts,
    private readonly readContact: ReadContact,
    private readonly amendContact: AmendContact,
    private readonly moveContact: MoveContact,
    private readonly readVersions: ReadContactVersions,
  ) {}

  /** A contact or a try. `channel` and `outcome` are all that is needed; it is yours, and it was now. */
  @Post('clients/:clientId/contacts')
  @Creates('/v1/contacts/{id}')
  @Needs('contact:write')
  @ApiCreatedResponse({ type: ContactResponse })
  async log(
    @By() actor: Actor,
    @Param('clientId') clientId: Id,
    @Body() body: LogContactRequest,
    @ReceiptOf('contact') receipt: Receipt,
  ): Promise<ContactResponse> {
    const followUps = (body.followUps ?? []).map(followUpOf);
    return contactResponse(await this.logContact.by(actor, { clientId, receipt, draft: draftOf(body), followUps }));
  }

  /** Contacts with one client, the newest first. */
  @Get('clients/:clientId/contacts')
  @Needs('contact:read')
  @ApiOkResponse({ type: ContactsResponse })
  async list(
    @By() actor: Actor,
    @Param('clientId') clientId: Id,
    @Query() query: ContactsQuery,
    @Paging() page: PageRequest,
  ): Promise<ContactsResponse> {
    const {
      held: _,
      withheld,
      records,
      ...found
    } = await this.findContacts.of(actor, { clientId, ...filterOf(query) }, page);
    return listOf(found, listedContact, readOf({ withheld, records }));
  }

  /** One contact as it stands now. */
  @Get('contacts/:id')
  @Needs('contact:read')
  @ApiOkResponse({ type: ContactResponse })
  async read(@By() actor: Actor, @Param('id') id: Id): Promise<ContactResponse> {
    return contactResponse(await this.readContact.by(actor, id));
  }

  /** Says it anew, by whoever wrote it down. What stood there before is kept under `versions`. */
  @Patch('contacts/:id')
  @Needs('contact:write')
  @ApiOkResponse({ type: ContactResponse })
  async amend(
    @By() actor: Actor,
    @Param('id') id: Id,
    @IfMatch() expected: number,
    @Body() body: AmendContactRequest,
  ): Promise<ContactResponse> {
    return contactResponse(await this.amendContact.by(actor, id, expected, changeOf(body)));
  }

  /** Takes back a contact that was written down by mistake. It stays in the history, marked, and stands on no plan. */
  @Post('contacts/:id/moves')
  @HttpCode(200)
  @Needs('contact:write')
  @ApiOkResponse({ type: ContactResponse })
  async move(
    @By() actor: Actor,
    @AtVersion() at: RecordAtVersion,
    @ReceiptOf('contact_move') receipt: Receipt,
    @Body() { move }: MoveContactRequest,
  ): Promise<ContactResponse> {
    return contactResponse(await this.moveContact.by(actor, { ...at, receipt, move }));
  }

  /** A contact as it stood in each of its versions, as far as you may read it now. */
  @Get('contacts/:id/versions')
  @Needs('contact:read')
  @ApiOkResponse({ type: ContactVersionsResponse })
  async versions(@By() actor: Actor, @Param('id') id: Id): Promise<ContactVersionsResponse> {
    return versionsResponse(await this.readVersions.of(actor, id));
  }
}
