import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { By, Needs } from '../../access/needs.js';
import { ReceiptOf } from '../../audit/receipt-of.js';
import type { Receipt } from '../../audit/receipts.js';
import type { Id } from '../../kernel/ids.js';
import { AtVersion, type RecordAtVersion } from '../../platform/http/at-version.js';
import { Creates } from '../../platform/http/created.js';
import { FindCallers } from '../application/find-callers.js';
import { Remember } from '../application/remember.js';
import { ChangeNoteRequest, MoveNoteRequest, RememberRequest } from './caller.request.js';
import { CallerNoteResponse, callerNoteResponse, CallerNotesResponse } from './caller.response.js';

@ApiTags('response line')
@Controller('v1/line')
export class CallerNotesController {
  constructor(
    private readonly find: FindCallers,
    private readonly remember: Remember,
  ) {}

  /** What the caller asked to be remembered, and did not let go. */
  @Get('callers/:callerId/notes')
  @Needs('caller:read')
  @ApiOkResponse({ type: CallerNotesResponse })
  async list(@By() actor: Actor, @Param('callerId') callerId: Id): Promise<CallerNotesResponse> {
    return { items: (await this.find.notes(actor, callerId)).map(callerNoteResponse) };
  }

  /** One more thing to be remembered, because the caller asked for it. */
  @Post('callers/:callerId/notes')
  @Creates('/v1/line/caller-notes/{id}')
  @Needs('caller:write')
  @ApiCreatedResponse({ type: CallerNoteResponse })
  async add(
    @By() actor: Actor,
    @Param('callerId') callerId: Id,
    @ReceiptOf('caller_note') receipt: Receipt,
    @Body() { text }: RememberRequest,
  ): Promise<CallerNoteResponse> {
    return callerNoteResponse(await this.remember.anew(actor, callerId, text, receipt));
  }

  /** One thing that a caller asked to be remembered. */
  @Get('caller-notes/:id')
  @Needs('caller:read')
  @ApiOkResponse({ type: CallerNoteResponse })
  async read(@By() actor: Actor, @Param('id') id: Id): Promise<CallerNoteResponse> {
    return callerNoteResponse(await this.find.note(actor, id));
  }

  /** Says the same thing in other words. */
  @Patch('caller-notes/:id')
  @Needs('caller:write')
  @ApiOkResponse({ type: CallerNoteResponse })
  async patch(
    @By() actor: Actor,
    @AtVersion() at: RecordAtVersion,
    @Body() { text }: ChangeNoteRequest,
  ): Promise<CallerNoteResponse> {
    return callerNoteResponse(await this.remember.otherwise(actor, at, text));
  }

  /** Lets it go: the words leave the database, with those of every earlier version. That it stood there stays. */
  @Post('caller-notes/:id/moves')
  @HttpCode(200)
  @Needs('caller:write')
  @ApiOkResponse({ type: CallerNoteResponse })
  async move(
    @By() actor: Actor,
    @AtVersion() at: RecordAtVersion,
    @ReceiptOf('caller_note_move') receipt: Receipt,
    @Body() { move }: MoveNoteRequest,
  ): Promise<CallerNoteResponse> {
    return callerNoteResponse(await this.remember.move(actor, at, move, receipt));
  }
}
