import type { ApiPropertyOptions } from '@nestjs/swagger';
import type { Id } from '../../kernel/ids.js';
import { PROVINCES } from '../../organisations/domain/organisation.js';
import { languageTag } from '../../platform/http/language-tag.js';
import {
  Clearable,
  IsCivilDate,
  IsIdText,
  IsListOf,
  IsOneOf,
  IsWhole,
  IsWords,
  oneOf,
  Optional,
  type InputRule,
} from '../../platform/http/validation.js';
import { CRITERION_NAMES, criterionKind, isCriterion, LONGEST_NAME, MOST, type Criterion } from '../domain/criteria.js';
import { serviceLifecycle, type ServiceMove } from '../domain/service.lifecycle.js';
import * as Said from '../domain/service.js';

const LANGUAGES = { min: 1, max: 20 };

/** What may be said of any service; what is not said is not known. */
class ServiceFactsRequest {
  /** What it is, for whoever explains it to a client. */
  @IsWords({ max: 4000 }) @Clearable() readonly about?: string | null;
  /** Who may ask for a place there. */
  @IsListOf(oneOf(Said.REFERRED_BY), { min: 1, max: 3 }) @Optional() readonly referredBy?: readonly Said.ReferredBy[];
  /** Days that a stay is planned for; null where it has no end. */
  @IsWhole({ min: 1, max: 3660 }) @Clearable() readonly lengthDays?: number | null;
  /** How often new people are taken in. */
  @IsOneOf(Said.INTAKE_RHYTHMS) @Optional() readonly intakeRhythm?: Said.IntakeRhythm;
  /** Whole Canadian dollars a month; 0 where it costs nothing, null where nobody knows. */
  @IsWhole({ min: 0, max: 100_000 }) @Clearable() readonly monthlyCost?: number | null;
  /** What becomes of somebody’s income support while they are there. */
  @IsOneOf(Said.EFFECTS_ON_INCOME) @Optional() readonly effectOnIncome?: Said.EffectOnIncome;
  /** What becomes of the place where somebody lives. */
  @IsOneOf(Said.EFFECTS_ON_HOUSING) @Optional() readonly effectOnHousing?: Said.EffectOnHousing;
  /** Who gives opioid agonist treatment while somebody is there. */
  @IsOneOf(Said.OAT_INSIDE) @Optional() readonly oatInside?: Said.OatInside;
  /** Whether that goes on the day after. */
  @IsOneOf(Said.OAT_AFTER) @Optional() readonly oatAfter?: Said.OatAfter;
  /** Whether somebody who left may come back. */
  @IsOneOf(Said.READMISSIONS) @Optional() readonly readmission?: Said.Readmission;
  /** How often whoever waits has to call in to keep their place; null where they need not. */
  @IsWhole({ min: 1, max: 365 }) @Clearable() readonly callInEveryDays?: number | null;
  /** Hours for which a count of free places is worth something. */
  @IsWhole({ min: 1, max: 2160 }) @Optional() readonly capacityHoldsHours?: number;
}

export class NewServiceRequest extends ServiceFactsRequest {
  /** Your own, for work without a connection; otherwise one is made. */
  @IsIdText() @Optional() readonly id?: Id;
  @IsWords({ max: 200 }) readonly name!: string;
  @IsOneOf(Said.SERVICE_KINDS) readonly kind!: Said.ServiceKind;
  /** In which it serves people. */
  @IsListOf(languageTag, LANGUAGES) readonly languages!: readonly string[];
}

export class ChangeServiceRequest extends ServiceFactsRequest {
  @IsWords({ max: 200 }) @Optional() readonly name?: string;
  @IsListOf(languageTag, LANGUAGES) @Optional() readonly languages?: readonly string[];
}

export class MoveServiceRequest {
  @IsOneOf(serviceLifecycle.verbs) readonly move!: ServiceMove;
}

const number = { type: 'integer', minimum: 0, maximum: MOST };

/** One schema a kind, so that the document says which values belong to which. */
const schemaOf = (kind: (typeof CRITERION_NAMES)[number]) => {
  const { shape, values = {}, isNamed } = criterionKind(kind);
  const name = { type: 'string', enum: [kind] };
  const items = {
    type: 'string',
    ...(isNamed ? { minLength: 1, maxLength: LONGEST_NAME } : { enum: Object.keys(values) }),
  };
  const list = { type: 'array', items, minItems: 1, uniqueItems: true };
  const parts = { range: { min: number, max: number }, at_least: { min: number } }[shape as string] ?? { values: list };
  const required = shape === 'range' ? ['kind'] : ['kind', ...Object.keys(parts)];
  return { type: 'object', additionalProperties: false, required, properties: { kind: name, ...parts } };
};

export const CRITERION_SCHEMA = { oneOf: CRITERION_NAMES.map(schemaOf) } as unknown as ApiPropertyOptions;

const criterion: InputRule = {
  code: 'criterion',
  holds: isCriterion,
  message: {
    en: `Send a criterion of a kind (${CRITERION_NAMES.join(', ')}) with what belongs to it: min and max, or values.`,
    fr: `Envoyez un critère d’un genre (${CRITERION_NAMES.join(', ')}) avec ce qui en fait partie : min et max, ou values.`,
  },
  schema: CRITERION_SCHEMA,
};

export class WriteEligibilityRequest {
  @IsIdText() @Optional() readonly id?: Id;
  /** The day on which it was read or said. */
  @IsCivilDate() readonly asOf!: string;
  /** Where it is written, or who said it. */
  @IsWords({ max: 400 }) readonly source!: string;
  /** Everything that is asked for; an empty list says that nothing is. */
  @IsListOf(criterion, { max: 40 }) readonly criteria!: readonly Criterion[];
}

export class ConfirmCapacityRequest {
  @IsIdText() @Optional() readonly id?: Id;
  /** Places that somebody could be offered now. */
  @IsWhole({ min: 0, max: 10_000 }) readonly free!: number;
  @IsWhole({ min: 0, max: 10_000 }) @Optional() readonly places?: number;
  /** How many people wait. */
  @IsWhole({ min: 0, max: 100_000 }) @Optional() readonly waiting?: number;
}

export class ServicesQuery {
  @IsOneOf(Said.SERVICE_KINDS) @Optional() readonly kind?: Said.ServiceKind;
  @IsOneOf(PROVINCES) @Optional() readonly province?: string;
  @IsIdText() @Optional() readonly organisationId?: Id;
}
