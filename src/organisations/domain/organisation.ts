import type { Id } from '../../kernel/ids.js';

export const ORGANISATION_KINDS = [
  'response_line',
  'clinic',
  'peer_organisation',
  'residential_programme',
  'pharmacy',
  'housing_agency',
  'income_office',
  'health_authority',
  'community_action_team',
  'other',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const PROVINCES = ['AB', 'BC', 'MB', 'NB', 'NL', 'NS', 'NT', 'NU', 'ON', 'PE', 'QC', 'SK', 'YT'] as const;
export type Province = (typeof PROVINCES)[number];

export const LANGUAGES = ['en', 'fr'] as const;
/** In which the service speaks to a worker. */
export type Language = (typeof LANGUAGES)[number];

/** Directory facts, known to everybody who works here. */
export interface Organisation {
  readonly id: Id;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly province: Province;
  /** IANA. */
  readonly timeZone: string;
  /** In which it serves people: BCP 47, such as `en`, `fr`, `cr`. */
  readonly languages: readonly string[];
  readonly createdAt: string;
  readonly closedAt: string | null;
  readonly version: number;
}

export type OrganisationFacts = Pick<Organisation, 'name' | 'kind' | 'province' | 'timeZone' | 'languages'>;

export interface OrganisationFilter {
  readonly kind?: OrganisationKind;
  readonly province?: Province;
}
