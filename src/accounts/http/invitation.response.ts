import { ApiProperty } from '@nestjs/swagger';
import { ID, INSTANT, VERSION } from '../../platform/http/openapi/fields.js';
import { ROLES } from '../../access/policy.js';
import { LANGUAGES } from '../../organisations/domain/organisation.js';
import type { Invited } from '../application/invite-staff.js';

export class InvitationLinkResponse {
  @ApiProperty({ description: 'For the person, by a way that only they read. The token stands behind the #.' })
  readonly url!: string;
  @ApiProperty({ description: 'For POST /v1/auth/invitations/accept. Shown once.' }) readonly token!: string;
  @ApiProperty(INSTANT) readonly expiresAt!: string;
}

export class InvitedResponse {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty({ format: 'email' }) readonly email!: string;
  @ApiProperty() readonly displayName!: string;
  @ApiProperty({ enum: LANGUAGES }) readonly language!: string;
  @ApiProperty(ID) readonly membershipId!: string;
  @ApiProperty({ enum: ROLES }) readonly role!: string;
  @ApiProperty(VERSION) readonly version!: number;
  @ApiProperty({ required: false, description: 'Not when the request came again: the link is not kept.' })
  readonly invitation?: InvitationLinkResponse;
}

export function invitedResponse({ colleague, invitation }: Invited): InvitedResponse {
  const { id, email, displayName, language, version } = colleague;
  const [membership] = colleague.memberships;
  if (!membership) throw new Error(`The account ${id} was just made with a membership.`);
  const { id: membershipId, role } = membership;
  return { id, email, displayName, language, membershipId, role, version, ...(invitation && { invitation }) };
}

export class InvitationGuideResponse {
  @ApiProperty({ description: 'What to do with the link.' }) readonly detail!: string;
  @ApiProperty({ example: '/v1/auth/invitations/accept' }) readonly accept!: string;
}

export class AcceptedResponse {
  @ApiProperty(ID) readonly accountId!: string;
  @ApiProperty({ format: 'email' }) readonly email!: string;
  @ApiProperty({ example: '/v1/auth/login' }) readonly signInAt!: string;
}
