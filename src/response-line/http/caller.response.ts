import { ApiProperty } from '@nestjs/swagger';
import type { Id } from '../../kernel/ids.js';
import { LANGUAGES } from '../../organisations/domain/organisation.js';
import { ID, INSTANT, MAYBE_TEXT, NEXT, VERSION } from '../../platform/http/openapi/fields.js';
import type { CallerView, NoteView } from '../application/caller-desk.js';
import type { FoundCaller } from '../application/search-callers.js';
import type { ShownCaller } from '../domain/caller.js';
import { ALIAS_MATCHES } from '../domain/caller-marks.js';
import { CALLER_NOTE_MOVES, callerNoteLifecycle } from '../domain/caller-note.lifecycle.js';

export class CallerNoteResponse {
  @ApiProperty(ID) readonly id!: Id;
  @ApiProperty(ID) readonly callerId!: Id;
  @ApiProperty({ ...MAYBE_TEXT, description: 'Null once it was let go: the words are kept nowhere.' })
  readonly text!: string | null;
  @ApiProperty({ enum: callerNoteLifecycle.states }) readonly state!: string;
  @ApiProperty({ enum: CALLER_NOTE_MOVES, isArray: true }) readonly openMoves!: readonly string[];
  @ApiProperty(INSTANT) readonly createdAt!: string;
  @ApiProperty(INSTANT) readonly updatedAt!: string;
  @ApiProperty(VERSION) readonly version!: number;
}

export class CallerNotesResponse {
  @ApiProperty({ type: [CallerNoteResponse], description: 'What is remembered, the oldest first.' })
  readonly items!: readonly CallerNoteResponse[];
}

export class ListedCallerResponse {
  @ApiProperty(ID) readonly id!: Id;
  @ApiProperty({ ...MAYBE_TEXT, description: 'What the caller goes by; null where nothing was said.' })
  readonly alias!: string | null;
  @ApiProperty(MAYBE_TEXT) readonly pronouns!: string | null;
  @ApiProperty({ enum: LANGUAGES }) readonly language!: string;
  @ApiProperty({ ...MAYBE_TEXT, description: 'Where, how and when a call back is fine.' })
  readonly whereToCall!: string | null;
  @ApiProperty() readonly mayBeCalledBack!: boolean;
  @ApiProperty(INSTANT) readonly createdAt!: string;
  @ApiProperty(INSTANT) readonly updatedAt!: string;
  @ApiProperty(VERSION) readonly version!: number;
}

export class CallerResponse extends ListedCallerResponse {
  @ApiProperty({ type: [CallerNoteResponse], description: 'What the caller asked to be remembered, the oldest first.' })
  readonly remembered!: readonly CallerNoteResponse[];
}

export class CallersResponse {
  @ApiProperty({ type: [ListedCallerResponse], description: 'Whom your line heard of last comes first.' })
  readonly items!: readonly ListedCallerResponse[];
  @ApiProperty(NEXT) readonly next?: string;
}

export class FoundCallerResponse extends ListedCallerResponse {
  @ApiProperty({ enum: ALIAS_MATCHES, isArray: true, description: 'By what of the alias.' })
  readonly matchedOn!: readonly string[];
}

export class FoundCallersResponse {
  @ApiProperty({ type: [FoundCallerResponse], description: 'The best first.' })
  readonly items!: readonly FoundCallerResponse[];
}

export const callerNoteResponse = (note: NoteView): CallerNoteResponse => ({
  id: note.id,
  callerId: note.callerId,
  text: note.text ?? null,
  state: note.state,
  openMoves: note.openMoves,
  createdAt: note.createdAt,
  updatedAt: note.updatedAt,
  version: note.version,
});

const known = ({ words, ...caller }: ShownCaller) => ({
  id: caller.id,
  alias: words.alias ?? null,
  pronouns: words.pronouns ?? null,
  language: caller.language,
  whereToCall: words.whereToCall ?? null,
  mayBeCalledBack: caller.mayBeCalledBack,
  createdAt: caller.createdAt,
  updatedAt: caller.updatedAt,
  version: caller.version,
});

export const listedCallerResponse = (caller: ShownCaller): ListedCallerResponse => known(caller);

export const callerResponse = (caller: CallerView): CallerResponse => ({
  ...known(caller),
  remembered: caller.remembered.map(callerNoteResponse),
});

export const foundCallerResponse = ({ caller, matchedOn }: FoundCaller): FoundCallerResponse => ({
  ...known(caller),
  matchedOn,
});
