import { Module } from '@nestjs/common';
import { CallerDesk } from './application/caller-desk.js';
import { ChangeCaller } from './application/change-caller.js';
import { FindCallers } from './application/find-callers.js';
import { IndexCallersAnew } from './application/index-callers-anew.js';
import { KnownByAlias } from './application/known-by-alias.js';
import { MeetCaller } from './application/meet-caller.js';
import { Remember } from './application/remember.js';
import { SearchCallers } from './application/search-callers.js';
import { CallerNotesController } from './http/caller-notes.controller.js';
import { CallersController } from './http/callers.controller.js';
import { CallerNoteStore } from './persistence/caller-note.store.js';
import { CallerSearchStore } from './persistence/caller-search.store.js';
import { CallerStore } from './persistence/caller.store.js';

/** Who calls a response line: a domain of its own, beside the clients and tied to none of them. */
@Module({
  controllers: [CallersController, CallerNotesController],
  providers: [
    ...[CallerStore, CallerNoteStore, CallerSearchStore, CallerDesk, KnownByAlias],
    ...[MeetCaller, FindCallers, SearchCallers, ChangeCaller, Remember, IndexCallersAnew],
  ],
  exports: [CallerDesk],
})
export class ResponseLineModule {}
