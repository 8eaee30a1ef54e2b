import { Is, IsOneOf, IsPart, IsWhole, IsWords, Optional, type InputRule } from '../../platform/http/validation.js';
import { PROVINCES } from '../../organisations/domain/organisation.js';
import { CRITERIA, LONGEST_NAME, MOST } from '../domain/criteria.js';
import type { MatchFacts, YesAndNo } from '../domain/match.js';
import { SERVICE_KINDS, type ServiceKind } from '../domain/service.js';

const NUMBER = { min: 0, max: MOST };

const isListOf = (value: unknown, codes: readonly string[]): boolean =>
  Array.isArray(value) && value.length <= codes.length && value.every((each) => codes.some((code) => code === each));

/** Which apply and which do not; what stands in neither list is not known. */
const yesAndNo = (codes: readonly string[]): InputRule => {
  const list = { type: 'array', items: { type: 'string', enum: [...codes] } };
  return {
    code: 'yes_and_no',
    holds: (value) => {
      if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) return false;
      const { yes, no } = value as Partial<YesAndNo>;
      return isListOf(yes, codes) && isListOf(no, codes) && !(yes ?? []).some((code) => no?.includes(code));
    },
    message: {
      en: `Send two lists, yes and no, of: ${codes.join(', ')}. What nobody has said stands in neither.`,
      fr: `Envoyez deux listes, yes et no, parmi : ${codes.join(', ')}. Ce que personne n’a dit n’est dans aucune.`,
    },
    schema: {
      type: 'object',
      additionalProperties: false,
      required: ['yes', 'no'],
      properties: { yes: list, no: list },
    } as never,
  };
};

/** What the client says now. It stands before what the record holds, and is not kept. */
export class MatchFactsPart implements MatchFacts {
  @IsWhole(NUMBER) @Optional() readonly age?: number;
  @IsOneOf(Object.keys(CRITERIA.gender.values)) @Optional() readonly gender?: string;
  @IsOneOf(PROVINCES) @Optional() readonly province?: string;
  /** Where the client lives or stays, as a service would name it. */
  @IsWords({ max: LONGEST_NAME }) @Optional() readonly catchment?: string;
  /** The medicine, or none. */
  @IsOneOf(Object.keys(CRITERIA.oat.values)) @Optional() readonly oat?: string;
  @IsWhole(NUMBER) @Optional() readonly oat_stable_days?: number;
  @IsWhole(NUMBER) @Optional() readonly days_without_use?: number;
  @Is(yesAndNo(Object.keys(CRITERIA.documents.values))) @Optional() readonly documents?: YesAndNo;
  @Is(yesAndNo(Object.keys(CRITERIA.tests.values))) @Optional() readonly tests?: YesAndNo;
  @Is(yesAndNo(Object.keys(CRITERIA.steps_before.values))) @Optional() readonly steps_before?: YesAndNo;
  @Is(yesAndNo(Object.keys(CRITERIA.legal.values))) @Optional() readonly legal?: YesAndNo;
}

export class MatchServicesRequest {
  @IsOneOf(SERVICE_KINDS) @Optional() readonly kind?: ServiceKind;
  @IsOneOf(PROVINCES) @Optional() readonly province?: string;
  @IsPart(() => MatchFactsPart) @Optional() readonly facts?: MatchFactsPart;
}
