import { ApiProperty } from '@nestjs/swagger';
import { PURPOSES } from '../../access/actor.js';
import { WITHHELD, type WithheldResponse } from '../../access/http/ground.response.js';
import { DATA_CLASSES, ROLES } from '../../access/policy.js';
import { ID, INSTANT, MAYBE_ID, MAYBE_INSTANT, MAYBE_TEXT, NEXT, VERSION } from '../../platform/http/openapi/fields.js';
import type { ConsentView } from '../application/consent-desk.js';
import { CONSENT_REACHES, DECISIONS, HOW_GIVEN, RECIPIENT_KINDS, type ConsentVersion } from '../domain/consent.js';
import { opensAlone } from '../domain/consent.rules.js';
import { CONSENT_MOVES, CONSENT_STATES, consentLifecycle } from '../domain/consent.lifecycle.js';

class ConsentRecipientPart {
  @ApiProperty({ enum: RECIPIENT_KINDS }) readonly kind!: string;
  @ApiProperty(ID) readonly organisationId!: string;
  @ApiProperty({ description: 'Of the organisation.', example: 'Sarcee Trail Clinic' })
  readonly organisationName!: string;
  @ApiProperty({ enum: ROLES, nullable: true, description: 'Null: whoever works there.' }) readonly role!:
    string | null;
  @ApiProperty(MAYBE_ID) readonly membershipId!: string | null;
  @ApiProperty({ ...MAYBE_TEXT, description: 'Of the person.' }) readonly personName!: string | null;
}

class ConsentVersionPart {
  @ApiProperty({ type: 'integer' }) readonly version!: number;
  @ApiProperty({ enum: consentLifecycle.states }) readonly state!: string;
  @ApiProperty(INSTANT) readonly at!: string;
  @ApiProperty({
    ...MAYBE_ID,
    description: 'The membership that did it; null where the client did, by their own link.',
  })
  readonly byMembership!: string | null;
}

export class ConsentResponse {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty(ID) readonly clientId!: string;
  @ApiProperty({ enum: DECISIONS, description: 'A no beats every yes.' }) readonly decision!: string;
  @ApiProperty({ type: ConsentRecipientPart }) readonly recipient!: ConsentRecipientPart;
  @ApiProperty({ enum: DATA_CLASSES, isArray: true }) readonly classes!: readonly string[];
  @ApiProperty({
    enum: DATA_CLASSES,
    isArray: true,
    description:
      'What the recipient may read by it alone, by the most that their role may hold. Empty: it carries referrals, or nothing.',
  })
  readonly opens!: readonly string[];
  @ApiProperty({ enum: PURPOSES, isArray: true, nullable: true, description: 'Null: for any.' })
  readonly purposes!: readonly string[] | null;
  @ApiProperty({
    enum: CONSENT_REACHES,
    description: 'How far: to the record itself, or only to what a referral to the recipient carries.',
  })
  readonly reach!: string;
  @ApiProperty(INSTANT) readonly from!: string;
  @ApiProperty({ ...MAYBE_INSTANT, description: 'Null: until the client takes it back.' }) readonly until!:
    string | null;
  @ApiProperty({ enum: HOW_GIVEN }) readonly howGiven!: string;
  @ApiProperty({ ...ID, description: 'The membership that explained it.' }) readonly explainedBy!: string;
  @ApiProperty({ example: 'fr' }) readonly language!: string;
  @ApiProperty({ description: 'Whether the client has a copy.' }) readonly copyGiven!: boolean;
  @ApiProperty({ ...MAYBE_TEXT, description: 'In the client’s own words.' }) readonly ownWords!: string | null;
  @ApiProperty({ enum: CONSENT_STATES, description: 'That its time is over follows from the clock.' })
  readonly state!: string;
  @ApiProperty({ description: 'Whether it holds now: active, and begun.' }) readonly inForce!: boolean;
  @ApiProperty({ ...MAYBE_ID, description: 'The one that it goes on from.' }) readonly renewsId!: string | null;
  @ApiProperty({ ...MAYBE_INSTANT, description: 'When it was taken back.' }) readonly endedAt!: string | null;
  @ApiProperty({ ...MAYBE_TEXT, description: 'What was said with the last move.' }) readonly moveNote!: string | null;
  @ApiProperty({ enum: CONSENT_MOVES, isArray: true, description: 'What you may do with it now.' })
  readonly openMoves!: readonly string[];
  @ApiProperty({ type: [ConsentVersionPart], required: false, description: 'Of one that is read alone: oldest first.' })
  readonly history?: readonly ConsentVersion[];
  @ApiProperty(INSTANT) readonly createdAt!: string;
  @ApiProperty(ID) readonly createdBy!: string;
  @ApiProperty(INSTANT) readonly updatedAt!: string;
  @ApiProperty({ ...ID, description: 'The membership that did it; the link, where it was the client.' })
  readonly updatedBy!: string;
  @ApiProperty(VERSION) readonly version!: number;
}

export class ConsentsResponse {
  @ApiProperty({ type: [ConsentResponse], description: 'Newest first.' }) readonly items!: readonly ConsentResponse[];
  @ApiProperty(NEXT) readonly next?: string;
  @ApiProperty(WITHHELD) readonly withheld!: readonly WithheldResponse[];
}

export function consentResponse(view: ConsentView): ConsentResponse {
  const { recipientKind, recipientOrganisationId, recipientRole, recipientMembershipId, ...consent } = view;
  const {
    class: _,
    organisationName,
    personName,
    personRole: ____,
    isKeptHere: __,
    isForActor: ___,
    validFrom,
    validUntil,
    isInForce,
    ...shown
  } = consent;
  return {
    ...shown,
    recipient: {
      kind: recipientKind,
      organisationId: recipientOrganisationId,
      organisationName,
      role: recipientRole,
      membershipId: recipientMembershipId,
      personName,
    },
    from: validFrom,
    until: validUntil,
    inForce: isInForce,
    opens: opensAlone(view),
    ownWords: shown.ownWords ?? null,
    moveNote: shown.moveNote ?? null,
  };
}
