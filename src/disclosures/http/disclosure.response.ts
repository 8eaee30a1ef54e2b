import { ApiProperty } from '@nestjs/swagger';
import { GroundResponse } from '../../access/http/ground.response.js';
import { DATA_CLASSES } from '../../access/policy.js';
import { ID, INSTANT, MAYBE_ID, NEXT } from '../../platform/http/openapi/fields.js';
import { DISCLOSURE_KINDS, RECIPIENT_KINDS, type Disclosure } from '../domain/disclosure.js';

export class RecipientResponse {
  /** The client, an organisation, a role in one, one person, or somebody without an account whom a referral names. */
  @ApiProperty({ enum: RECIPIENT_KINDS }) readonly kind!: string;
  @ApiProperty({ ...ID, required: false }) readonly organisationId?: string;
  @ApiProperty({ required: false }) readonly role?: string;
  @ApiProperty({ ...ID, required: false }) readonly membershipId?: string;
}

export class DisclosureResponse {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty(ID) readonly clientId!: string;
  /** In which form it left. */
  @ApiProperty({ enum: DISCLOSURE_KINDS }) readonly kind!: string;
  /** To whom it was given. */
  @ApiProperty({ type: RecipientResponse }) readonly recipient!: RecipientResponse;
  /** The classes of which something left. */
  @ApiProperty({ enum: DATA_CLASSES, isArray: true }) readonly classes!: readonly string[];
  @ApiProperty() readonly ground!: GroundResponse;
  /** The consent’s scope as it stood at that moment; null where it stood on something else. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true }) readonly consentScope!: object | null;
  /** What it was given out for. */
  @ApiProperty() readonly purpose!: string;
  /** When it left. */
  @ApiProperty(INSTANT) readonly disclosedAt!: string;
  /** The membership that gave it out; null where the client took it. */
  @ApiProperty(MAYBE_ID) readonly disclosedBy!: string | null;
  /** Ten years: until then no line of the register goes. */
  @ApiProperty(INSTANT) readonly keepUntil!: string;
}

export class DisclosuresResponse {
  @ApiProperty({ type: [DisclosureResponse] }) readonly items!: readonly DisclosureResponse[];
  @ApiProperty(NEXT) readonly next?: string;
}

export const disclosureResponse = ({
  recipientKind,
  recipientOrganisationId,
  recipientRole,
  recipientMembershipId,
  ground,
  groundId,
  ...rest
}: Disclosure): DisclosureResponse => ({
  ...rest,
  recipient: {
    kind: recipientKind,
    ...(recipientOrganisationId !== null && { organisationId: recipientOrganisationId }),
    ...(recipientRole !== null && { role: recipientRole }),
    ...(recipientMembershipId !== null && { membershipId: recipientMembershipId }),
  },
  ground: { basis: ground, basisId: groundId },
});
