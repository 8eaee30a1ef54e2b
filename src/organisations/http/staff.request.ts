import { ROLES, type Role } from '../../access/policy.js';
import { IsEmailText } from '../../platform/http/email-text.js';
import { IsIdText, IsOneOf, IsWords, Optional } from '../../platform/http/validation.js';
import { membershipLifecycle, type MembershipVerb } from '../domain/membership.lifecycle.js';
import { LANGUAGES, type Language } from '../domain/organisation.js';
import { staffLifecycle, type StaffVerb } from '../domain/staff.lifecycle.js';
import type { NewStaff } from '../domain/staff.js';

const STANDING = ['standing', 'former'] as const;

export class StaffQuery {
  /** Those who work here now (when left out), or those who once did. */
  @IsOneOf(STANDING)
  @Optional()
  readonly state?: (typeof STANDING)[number];

  @IsOneOf(ROLES)
  @Optional()
  readonly role?: Role;
}

export class ChangeStaffRequest implements Partial<NewStaff> {
  @IsEmailText()
  @Optional()
  readonly email?: string;

  @IsWords({ max: 200 })
  @Optional()
  readonly displayName?: string;

  @IsOneOf(LANGUAGES)
  @Optional()
  readonly language?: Language;
}

export class MoveStaffRequest {
  @IsOneOf(staffLifecycle.verbs)
  readonly move!: StaffVerb;
}

export class NewMembershipRequest {
  @IsIdText()
  @Optional()
  readonly id?: string;

  @IsOneOf(ROLES)
  readonly role!: Role;
}

export class MoveMembershipRequest {
  @IsOneOf(membershipLifecycle.verbs)
  readonly move!: MembershipVerb;

  /** The new role, with `change_role`. */
  @IsOneOf(ROLES)
  @Optional()
  readonly role?: Role;
}
