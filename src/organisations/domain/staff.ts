import type { Role } from '../../access/policy.js';
import type { Id } from '../../kernel/ids.js';
import type { Language } from './organisation.js';

/** Somebody who works here, in one organisation or in several. */
export interface Staff {
  readonly id: Id;
  /** With it they sign in; in lower case. */
  readonly email: string;
  readonly displayName: string;
  readonly language: Language;
  readonly createdAt: string;
  /** When they took the invitation and chose a password; until then nobody signs in. */
  readonly activatedAt: string | null;
  readonly disabledAt: string | null;
  readonly version: number;
}

/** What ties somebody to an organisation in one role. It ends; it is never deleted. */
export interface Membership {
  readonly id: Id;
  readonly staffId: Id;
  readonly organisationId: Id;
  readonly role: Role;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly version: number;
}

/** What moves of an account, and of its memberships, depend on. */
export interface StaffFacts {
  /** A membership of another organisation stands: then the account is not this organisation's alone. */
  readonly worksElsewhere: boolean;
  /** Nobody else who can sign in administers this organisation. */
  readonly isLastAdministrator: boolean;
}

/** Somebody as their organisation sees them. */
export interface Colleague extends Staff, StaffFacts {
  /** In this organisation; ended ones too. */
  readonly memberships: readonly Membership[];
}

export interface StaffFilter {
  /** Whether a membership of theirs stands, or all have ended. */
  readonly standing: boolean;
  readonly role?: Role;
}

/** What a new account begins with. */
export type NewStaff = Pick<Staff, 'email' | 'displayName' | 'language'>;
