import type { Id } from '../../kernel/ids.js';
import { LANGUAGES } from '../../organisations/domain/organisation.js';
import {
  Clearable,
  IsIdText,
  IsListOf,
  IsOneOf,
  IsWhole,
  IsWords,
  IsYesNo,
  Optional,
  words,
} from '../../platform/http/validation.js';
import { CALLER_NOTE_MOVES, type CallerNoteMove } from '../domain/caller-note.lifecycle.js';

const ALIAS = { max: 200 };
const PRONOUNS = { max: 60 };
const CALLBACK = { max: 300 };
const REMEMBERED = { max: 2_000 };

export class NewCallerRequest {
  @IsIdText() @Optional() readonly id?: Id;
  /** What the caller wants to be known by; nobody has to say anything. */
  @IsWords(ALIAS) @Optional() readonly alias?: string;
  @IsWords(PRONOUNS) @Optional() readonly pronouns?: string;
  /** In which language to talk. */
  @IsOneOf(LANGUAGES) readonly language!: string;
  /** Where, how and when a call back is fine. */
  @IsWords(CALLBACK) @Optional() readonly whereToCall?: string;
  /** False where it is left out: nobody calls back who was not asked to. */
  @IsYesNo() @Optional() readonly mayBeCalledBack?: boolean;
  /** What the caller asked to be remembered, one thing each. */
  @IsListOf(words(REMEMBERED), { max: 20 }) @Optional() readonly remember?: readonly string[];
}

export class ChangeCallerRequest {
  @IsWords(ALIAS) @Clearable() readonly alias?: string | null;
  @IsWords(PRONOUNS) @Clearable() readonly pronouns?: string | null;
  @IsOneOf(LANGUAGES) @Optional() readonly language?: string;
  @IsWords(CALLBACK) @Clearable() readonly whereToCall?: string | null;
  @IsYesNo() @Optional() readonly mayBeCalledBack?: boolean;
}

export class SearchCallersRequest {
  /** What the caller goes by, as far as somebody remembers it, in any spelling and order. */
  @IsWords({ max: 200 }) readonly text!: string;
  @IsWhole({ min: 1, max: 50 }) @Optional() readonly limit?: number;
}

export class RememberRequest {
  @IsIdText() @Optional() readonly id?: Id;
  /** In the caller’s own words. */
  @IsWords(REMEMBERED) readonly text!: string;
}

export class ChangeNoteRequest {
  @IsWords(REMEMBERED) readonly text!: string;
}

export class MoveNoteRequest {
  @IsOneOf(CALLER_NOTE_MOVES) readonly move!: CallerNoteMove;
}
