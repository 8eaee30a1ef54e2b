import type { Id } from '../../kernel/ids.js';
import { PROVINCES } from '../../organisations/domain/organisation.js';
import {
  Clearable,
  IsCivilDate,
  IsIdText,
  IsListOf,
  IsOneOf,
  IsTimeZone,
  IsWhole,
  IsWords,
  Optional,
  type InputRule,
} from '../../platform/http/validation.js';
import { HEARD_OF_US, type HeardOfUs } from '../domain/client.js';

const NAME = { max: 200 };
const PRONOUNS = { max: 60 };
const LANGUAGES = { max: 10 };

const language: InputRule = {
  code: 'language',
  holds: (value) => typeof value === 'string' && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(value),
  message: {
    en: 'Send a language tag such as en, fr-CA or cr.',
    fr: 'Envoyez une étiquette de langue, par exemple fr, fr-CA ou cr.',
  },
  schema: { type: 'string', example: 'fr-CA' },
};

export class CreateClientRequest {
  @IsIdText() @Optional() readonly id?: Id;
  /** What the client goes by; an alias is enough. */
  @IsWords(NAME) readonly goesBy!: string;
  @IsWords(PRONOUNS) @Optional() readonly pronouns?: string;
  @IsCivilDate() @Optional() readonly birthDate?: string;
  @IsListOf(language, LANGUAGES) @Optional() readonly languages?: string[];
  /** The organisation's own when it is left out. */
  @IsOneOf(PROVINCES) @Optional() readonly province?: string;
  /** The organisation's own when it is left out. The client’s safe hours are hours in it. */
  @IsTimeZone() @Optional() readonly timeZone?: string;
  @IsOneOf(HEARD_OF_US) @Optional() readonly heardOfUs?: HeardOfUs;
}

export class ChangeClientRequest {
  @IsWords(PRONOUNS) @Clearable() readonly pronouns?: string | null;
  @IsCivilDate() @Clearable() readonly birthDate?: string | null;
  @IsListOf(language, LANGUAGES) @Optional() readonly languages?: string[];
  @IsOneOf(PROVINCES) @Optional() readonly province?: string;
  @IsTimeZone() @Optional() readonly timeZone?: string;
  @IsOneOf(HEARD_OF_US) @Clearable() readonly heardOfUs?: HeardOfUs | null;
}

export class SearchClientsRequest {
  /** Words of names, ends of numbers, an address, a birth date; in any order: `tremblay 0142 1990-05-02`. */
  @IsWords({ max: 200 }) readonly text!: string;
  @IsWhole({ min: 1, max: 50 }) @Optional() readonly limit?: number;
}
