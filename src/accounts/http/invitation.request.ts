import { ROLES, type Role } from '../../access/policy.js';
import { LANGUAGES, ORGANISATION_KINDS, PROVINCES, type Language } from '../../organisations/domain/organisation.js';
import type { OrganisationFacts, OrganisationKind, Province } from '../../organisations/domain/organisation.js';
import { languageTag } from '../../platform/http/language-tag.js';
import { IsEmailText } from '../../platform/http/email-text.js';
import { IsIdText, IsListOf, IsOneOf, IsPart, IsTimeZone, IsWords, Optional } from '../../platform/http/validation.js';
import { IsPassword, IsToken } from './auth.request.js';

export class InviteStaffRequest {
  @IsIdText()
  @Optional()
  readonly id?: string;

  @IsEmailText()
  readonly email!: string;

  @IsWords({ max: 200 })
  readonly displayName!: string;

  @IsOneOf(LANGUAGES)
  readonly language!: Language;

  /** The first role in the own organisation. */
  @IsOneOf(ROLES)
  readonly role!: Role;
}

class FirstOrganisationPart implements OrganisationFacts {
  @IsWords({ max: 200 })
  readonly name!: string;

  @IsOneOf(ORGANISATION_KINDS)
  readonly kind!: OrganisationKind;

  @IsOneOf(PROVINCES)
  readonly province!: Province;

  @IsTimeZone()
  readonly timeZone!: string;

  @IsListOf(languageTag, { min: 1, max: 20 })
  readonly languages!: readonly string[];
}

export class AcceptInvitationRequest {
  @IsToken()
  readonly token!: string;

  @IsPassword()
  readonly password!: string;

  /** With the first administrator's link; like the three below. */
  @IsEmailText()
  @Optional()
  readonly email?: string;

  @IsWords({ max: 200 })
  @Optional()
  readonly displayName?: string;

  @IsOneOf(LANGUAGES)
  @Optional()
  readonly language?: Language;

  @IsPart(() => FirstOrganisationPart)
  @Optional()
  readonly organisation?: FirstOrganisationPart;
}
