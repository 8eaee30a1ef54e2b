import type { Id } from '../../kernel/ids.js';

export const HEARD_OF_US = [
  'response_line',
  'friend_or_family',
  'peer',
  'clinic',
  'hospital',
  'pharmacy',
  'shelter_or_housing',
  'outreach',
  'corrections',
  'online',
  'other',
] as const;
export type HeardOfUs = (typeof HEARD_OF_US)[number];

/** A person whom this house keeps a record for. No name is needed: what she goes by is enough. */
export interface Client {
  readonly id: Id;
  readonly class: 'identity_name';
  readonly homeOrganisationId: Id;
  /** Two letters, as Canada Post writes them. */
  readonly province: string;
  /** IANA. Her safe hours are hours in it. */
  readonly timeZone: string;
  /** BCP 47, the one she prefers first; empty while nobody asked. */
  readonly languages: readonly string[];
  readonly heardOfUs: HeardOfUs | null;
  readonly createdAt: string;
  readonly createdBy: Id;
  readonly updatedAt: string;
  readonly version: number;
}

/** What stands sealed in a client's row. */
export interface ClientWords {
  readonly pronouns?: string;
  /** A civil date. */
  readonly birthDate?: string;
}

/** A merge patch: null clears, absent keeps. */
export type ClientChange = Partial<Pick<Client, 'province' | 'timeZone' | 'languages' | 'heardOfUs'>> & {
  readonly [Word in keyof ClientWords]?: string | null;
};

export const SEALED: readonly (keyof ClientWords)[] = ['pronouns', 'birthDate'];
