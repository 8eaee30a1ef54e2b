import { ApiProperty } from '@nestjs/swagger';
import { ID, INSTANT, MAYBE_TEXT } from '../../platform/http/openapi/fields.js';
import { DATA_CLASSES, ROLES, type DataClass, type Role } from '../../access/policy.js';
import type { Allowance, Standing } from '../application/who-am-i.js';
import { allowanceOf } from '../application/who-am-i.js';
import type { Choice, ListedSession } from '../domain/session.js';

export class SignedInResponse {
  @ApiProperty({ enum: ['signed_in'] }) readonly state!: 'signed_in';
  @ApiProperty(ID) readonly sessionId!: string;
  @ApiProperty(ID) readonly membershipId!: string;
  @ApiProperty(ID) readonly organisationId!: string;
  @ApiProperty({ enum: ROLES }) readonly role!: string;
  @ApiProperty({ enum: ['Bearer'] }) readonly tokenType!: 'Bearer';
  @ApiProperty({ description: 'Send it as `Authorization: Bearer …`.' }) readonly accessToken!: string;
  @ApiProperty({ type: 'integer', description: 'Seconds that the access token stands.', example: 300 })
  readonly expiresIn!: number;
  @ApiProperty({ description: 'Good for one exchange at /v1/auth/refresh.' }) readonly refreshToken!: string;
  @ApiProperty({ ...INSTANT, description: 'Moves on with each refresh.' }) readonly sessionExpiresAt!: string;
  @ApiProperty({
    type: [String],
    required: false,
    description: 'When this sign-in set up a second factor: ten codes for a lost device, each good once. Shown once.',
  })
  readonly recoveryCodes?: readonly string[];
}

export class ChoiceResponse implements Choice {
  @ApiProperty(ID) readonly membershipId!: string;
  @ApiProperty(ID) readonly organisationId!: string;
  @ApiProperty() readonly organisation!: string;
  @ApiProperty({ enum: ROLES }) readonly role!: Role;
}

export class ToChooseResponse {
  @ApiProperty({ enum: ['choose_membership'] }) readonly state!: 'choose_membership';
  @ApiProperty({ type: [ChoiceResponse], description: 'Sign in again with the `membershipId` of one of them.' })
  readonly memberships!: readonly ChoiceResponse[];
}

export class MembershipsResponse {
  @ApiProperty({ type: [ChoiceResponse] }) readonly items!: readonly ChoiceResponse[];
}

class PersonPart {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty({ format: 'email' }) readonly email!: string;
  @ApiProperty() readonly displayName!: string;
  @ApiProperty({ enum: ['en', 'fr'] }) readonly language!: string;
}

class MembershipPart {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty({ enum: ROLES }) readonly role!: string;
  @ApiProperty(INSTANT) readonly startedAt!: string;
}

class OwnOrganisationPart {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty() readonly kind!: string;
  @ApiProperty() readonly province!: string;
  @ApiProperty() readonly timeZone!: string;
  @ApiProperty({ type: [String] }) readonly languages!: readonly string[];
}

class OwnSessionPart {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty(INSTANT) readonly startedAt!: string;
  @ApiProperty(INSTANT) readonly expiresAt!: string;
  @ApiProperty({ ...INSTANT, nullable: true, description: 'When this session last showed a second factor.' })
  readonly verifiedAt!: string | null;
}

class PermissionPart {
  @ApiProperty({ example: 'client:read' }) readonly permission!: string;
  @ApiProperty({ enum: ['own', 'organisation', 'granted', 'all'] }) readonly reach!: string;
}

class AllowancePart {
  @ApiProperty({ type: [PermissionPart] }) readonly permissions!: readonly PermissionPart[];
  @ApiProperty({ enum: DATA_CLASSES, isArray: true, description: 'The most, where a grant stands.' })
  readonly mayRead!: readonly DataClass[];
  @ApiProperty({ enum: DATA_CLASSES, isArray: true }) readonly mayWrite!: readonly DataClass[];
}

export class MeResponse {
  @ApiProperty() readonly person!: PersonPart;
  @ApiProperty() readonly membership!: MembershipPart;
  @ApiProperty() readonly organisation!: OwnOrganisationPart;
  @ApiProperty() readonly session!: OwnSessionPart;
  @ApiProperty({ enum: ROLES }) readonly role!: string;
  @ApiProperty({ description: 'What this role may ever do.' }) readonly allowance!: AllowancePart;
}

export function meResponse(me: Standing): MeResponse {
  const { email, displayName, language, role, kind, province, timeZone, languages } = me;
  const allowance: Allowance = allowanceOf(role);
  return {
    person: { id: me.personId, email, displayName, language },
    membership: { id: me.membershipId, role, startedAt: me.memberSince },
    organisation: { id: me.organisationId, name: me.organisationName, kind, province, timeZone, languages },
    session: {
      id: me.sessionId,
      startedAt: me.sessionStartedAt,
      expiresAt: me.sessionExpiresAt,
      verifiedAt: me.verifiedAt,
    },
    role,
    allowance,
  };
}

export class SessionResponse {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty(ID) readonly membershipId!: string;
  @ApiProperty(INSTANT) readonly startedAt!: string;
  @ApiProperty(INSTANT) readonly lastUsedAt!: string;
  @ApiProperty(INSTANT) readonly expiresAt!: string;
  @ApiProperty({ ...MAYBE_TEXT, example: 'Firefox, Android' }) readonly device!: string | null;
  @ApiProperty({ description: 'The one that asks.' }) readonly present!: boolean;
}

export class SessionsResponse {
  @ApiProperty({ type: [SessionResponse] }) readonly items!: readonly SessionResponse[];
}

export const sessionResponse =
  (present: string) =>
  (session: ListedSession): SessionResponse => ({ ...session, present: session.id === present });
