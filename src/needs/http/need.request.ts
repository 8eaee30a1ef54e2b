import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { namedWorker } from '../../clients/application/worker-input.js';
import { HIGHEST_RANK } from '../../clients/domain/rank.js';
import type { NamedWorker } from '../../clients/domain/worked-on-by.js';
import type { Id } from '../../kernel/ids.js';
import {
  Clearable,
  Is,
  IsCivilDate,
  IsIdText,
  IsOneOf,
  IsWhole,
  IsWords,
  Optional,
  type InputRule,
} from '../../platform/http/validation.js';
import { HOUSING_STATUSES, type HousingStatus } from '../domain/housing.js';
import { DOMAINS, type NeedDomain } from '../domain/need.domains.js';
import { DOCUMENT_STATUSES, DOCUMENTS, isDocuments, type Documents } from '../domain/need.facts.js';
import {
  CONFIRMED_BY,
  NEED_MOVES,
  needLifecycle,
  WANTS_HELP,
  type ConfirmedBy,
  type NeedMove,
  type NeedState,
  type WantsHelp,
} from '../domain/need.lifecycle.js';

const RANK = { min: 1, max: HIGHEST_RANK };
const OWN_WORDS = { max: 1000 };
const NOTE = { max: 4000 };

const STATUS = { type: 'string', enum: [...DOCUMENT_STATUSES] } as ApiPropertyOptions;

export const DOCUMENTS_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(DOCUMENTS.map((kind) => [kind, STATUS])),
} as ApiPropertyOptions;

const documents: InputRule = {
  code: 'documents',
  holds: isDocuments,
  message: {
    en: `Send what the client has of ${DOCUMENTS.join(', ')}, each as one of: ${DOCUMENT_STATUSES.join(', ')}. No numbers.`,
    fr: `Envoyez ce que la personne accompagnée a parmi ${DOCUMENTS.join(', ')}, chacun comme : ${DOCUMENT_STATUSES.join(', ')}. Aucun numéro.`,
  },
  schema: DOCUMENTS_SCHEMA,
};

export class NoteNeedRequest {
  /** Your own, for work without a connection; otherwise one is made. */
  @IsIdText() @Optional() readonly id?: Id;
  /** What it is about. This alone is enough. */
  @IsOneOf(DOMAINS) readonly domain!: NeedDomain;
  /** In their own words. */
  @IsWords(OWN_WORDS)
  @Optional()
  @ApiProperty({ example: 'I cannot sleep at the shelter.' })
  readonly ownWords?: string;
  /** What was found, and what those who work on it add. */
  @IsWords(NOTE) @Optional() readonly teamNote?: string;
  /** Whether the client wants help with it now; `unknown` while nobody asked. */
  @IsOneOf(WANTS_HELP) @Optional() readonly wantsHelp?: WantsHelp;
  /** The client’s own order: 1 comes first. */
  @IsWhole(RANK) @Optional() readonly rank?: number;
  /** Nobody, unless you say otherwise. */
  @Is(namedWorker) @Optional() readonly workedOnBy?: NamedWorker;
  /** Since when it is so, as far as the client says. */
  @IsCivilDate() @Optional() readonly since?: string;
  /** Of housing: the group of the Canadian Definition of Homelessness, never the place. */
  @IsOneOf(HOUSING_STATUSES) @Optional() readonly housingStatus?: HousingStatus;
  /** Of identity documents: which papers the client has. Never a number. */
  @Is(documents) @Optional() readonly documents?: Documents;
}

export class ChangeNeedRequest {
  @IsWords(OWN_WORDS) @Clearable() readonly ownWords?: string | null;
  @IsWords(NOTE) @Clearable() readonly teamNote?: string | null;
  @IsOneOf(WANTS_HELP) @Optional() readonly wantsHelp?: WantsHelp;
  /** The client’s own order: 1 comes first; null where they no longer say. */
  @IsWhole(RANK) @Clearable() readonly rank?: number | null;
  @Is(namedWorker) @Optional() readonly workedOnBy?: NamedWorker;
  @IsCivilDate() @Clearable() readonly since?: string | null;
  @IsOneOf(HOUSING_STATUSES) @Clearable() readonly housingStatus?: HousingStatus | null;
  /** As a whole: what you leave out is no longer said. */
  @Is(documents) @Clearable() readonly documents?: Documents | null;
}

export class MoveNeedRequest {
  @IsOneOf(NEED_MOVES) readonly move!: NeedMove;
  /** What was said with it. */
  @IsWords(NOTE) @Optional() readonly note?: string;
  /** Of `confirm`: who says that it is met. */
  @IsOneOf(CONFIRMED_BY) @Optional() readonly confirmedBy?: ConfirmedBy;
}

export class PlanActionRequest {
  /** Your own, for work without a connection; otherwise one is made. */
  @IsIdText() @Optional() readonly id?: Id;
  @IsWords({ max: 200 }) @ApiProperty({ example: 'Call the housing agency together' }) readonly title!: string;
  @IsWords(NOTE) @Optional() readonly note?: string;
  @IsCivilDate() @Optional() readonly dueOn?: string;
  /** Whose task it is; yours, unless you say otherwise. */
  @IsIdText() @Optional() readonly membershipId?: Id;
}

export class NeedsQuery {
  /** All but what was written down by mistake, unless you say otherwise. */
  @IsOneOf(needLifecycle.states) @Optional() readonly state?: NeedState;
  @IsOneOf(DOMAINS) @Optional() readonly domain?: NeedDomain;
}
