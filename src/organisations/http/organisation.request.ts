import { languageTag } from '../../platform/http/language-tag.js';
import { IsIdText, IsListOf, IsOneOf, IsTimeZone, IsWords, Optional } from '../../platform/http/validation.js';
import {
  ORGANISATION_KINDS,
  PROVINCES,
  type OrganisationFacts,
  type OrganisationKind,
  type Province,
} from '../domain/organisation.js';

export class NewOrganisationRequest implements OrganisationFacts {
  @IsIdText()
  @Optional()
  readonly id?: string;

  @IsWords({ max: 200 })
  readonly name!: string;

  @IsOneOf(ORGANISATION_KINDS)
  readonly kind!: OrganisationKind;

  @IsOneOf(PROVINCES)
  readonly province!: Province;

  @IsTimeZone()
  readonly timeZone!: string;

  /** In which it serves people. */
  @IsListOf(languageTag, { min: 1, max: 20 })
  readonly languages!: readonly string[];
}

export class ChangeOrganisationRequest implements Partial<OrganisationFacts> {
  @IsWords({ max: 200 })
  @Optional()
  readonly name?: string;

  @IsOneOf(ORGANISATION_KINDS)
  @Optional()
  readonly kind?: OrganisationKind;

  @IsOneOf(PROVINCES)
  @Optional()
  readonly province?: Province;

  @IsTimeZone()
  @Optional()
  readonly timeZone?: string;

  @IsListOf(languageTag, { min: 1, max: 20 })
  @Optional()
  readonly languages?: readonly string[];
}

export class OrganisationQuery {
  @IsOneOf(ORGANISATION_KINDS)
  @Optional()
  readonly kind?: OrganisationKind;

  @IsOneOf(PROVINCES)
  @Optional()
  readonly province?: Province;
}
