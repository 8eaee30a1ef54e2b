import { ApiProperty } from '@nestjs/swagger';
import { DATA_CLASSES } from '../../access/policy.js';
import { HAND_LANGUAGES } from '../../client-hands/domain/hand-link.js';
import { CHANNEL_KINDS } from '../../clients/domain/channel.js';
import { NAME_SETTINGS } from '../../clients/domain/client-name.js';
import { ID, INSTANT, MAYBE_INSTANT, VERSION } from '../../platform/http/openapi/fields.js';
import { ASKS_FOR, DECLINE_REASONS, URGENCIES } from '../../referrals/domain/referral.codes.js';
import { referralLifecycle } from '../../referrals/domain/referral.lifecycle.js';
import { openMovesOf, RECEIVED_MOVES, type ReceivedReferral } from '../domain/received-referral.js';

const MAYBE_TEXT = { type: 'string', nullable: true } as const;

export class OpenedReceivedResponse {
  /** To send as `Authorization: Bearer …`. It is shown this once. */
  @ApiProperty() readonly token!: string;
  /** Each use gives it half an hour from then. */
  @ApiProperty(INSTANT) readonly expiresAt!: string;
  /** In which the receiver is met. */
  @ApiProperty({ enum: HAND_LANGUAGES }) readonly language!: string;
}

export class SharedSummaryResponse {
  @ApiProperty({ enum: DATA_CLASSES }) readonly class!: string;
  /** What is told along of this class. */
  @ApiProperty() readonly text!: string;
}

export class SharedNameResponse {
  @ApiProperty({ enum: NAME_SETTINGS }) readonly setting!: string;
  @ApiProperty() readonly name!: string;
}

export class SharedHoursResponse {
  /** 1 is Monday. */
  @ApiProperty({ type: [Number] }) readonly days!: readonly number[];
  @ApiProperty() readonly from!: string;
  @ApiProperty() readonly to!: string;
}

export class SharedChannelResponse {
  @ApiProperty({ enum: CHANNEL_KINDS }) readonly kind!: string;
  @ApiProperty() readonly mayLeaveVoicemail!: boolean;
  /** In the person’s own time zone; empty: any hour. */
  @ApiProperty({ type: [SharedHoursResponse] }) readonly safeHours!: readonly SharedHoursResponse[];
  /** The number or address. */
  @ApiProperty({ required: false }) readonly value?: string;
  /** Through whom. */
  @ApiProperty({ required: false }) readonly person?: string;
  /** What may be said on it. */
  @ApiProperty({ required: false }) readonly sayWhat?: string;
  /** Who to say one is. */
  @ApiProperty({ required: false }) readonly sayWho?: string;
}

export class ReceivedReferralResponse {
  @ApiProperty(ID) readonly id!: string;
  /** The organisation that asks. */
  @ApiProperty() readonly sender!: string;
  /** Where they may be called back about it. */
  @ApiProperty() readonly senderPhone!: string;
  /** To whom it is written. */
  @ApiProperty(MAYBE_TEXT) readonly addressedTo!: string | null;
  @ApiProperty({ enum: Object.keys(ASKS_FOR) }) readonly asksFor!: string;
  @ApiProperty({ enum: URGENCIES }) readonly urgency!: string;
  @ApiProperty({ enum: referralLifecycle.states }) readonly state!: string;
  /** Why it was declined. */
  @ApiProperty({ type: 'string', enum: [...Object.keys(DECLINE_REASONS), null], nullable: true })
  readonly because!: string | null;
  @ApiProperty(INSTANT) readonly sentAt!: string;
  /** By when an answer is hoped for. */
  @ApiProperty(MAYBE_INSTANT) readonly answerBy!: string | null;
  /** Why, as the sender puts it. */
  @ApiProperty(MAYBE_TEXT) readonly reason!: string | null;
  /** As the person says it. */
  @ApiProperty(MAYBE_TEXT) readonly ownWords!: string | null;
  /** What was last asked about it, and what was answered. */
  @ApiProperty(MAYBE_TEXT) readonly question!: string | null;
  @ApiProperty(MAYBE_TEXT) readonly answer!: string | null;
  /** What the person agreed to share. */
  @ApiProperty({ enum: DATA_CLASSES, isArray: true }) readonly sharedClasses!: readonly string[];
  @ApiProperty({ type: [SharedSummaryResponse] }) readonly summaries!: readonly SharedSummaryResponse[];
  /** What a caller goes by, where that goes along. */
  @ApiProperty(MAYBE_TEXT) readonly alias!: string | null;
  /** Empty where names are not shared. */
  @ApiProperty({ type: [SharedNameResponse] }) readonly names!: readonly SharedNameResponse[];
  @ApiProperty({ type: 'string', format: 'date', nullable: true }) readonly birthDate!: string | null;
  @ApiProperty(MAYBE_TEXT) readonly pronouns!: string | null;
  /** On which the person may be reached; empty where that is not shared. */
  @ApiProperty({ type: [SharedChannelResponse] }) readonly channels!: readonly SharedChannelResponse[];
  /** Safe hours are hours in it. */
  @ApiProperty(MAYBE_TEXT) readonly timeZone!: string | null;
  @ApiProperty({ enum: RECEIVED_MOVES, isArray: true }) readonly openMoves!: readonly string[];
  @ApiProperty(VERSION) readonly version!: number;
}

export const receivedResponse = (received: ReceivedReferral): ReceivedReferralResponse => {
  const { clientId: _, ...shown } = received;
  return { ...shown, openMoves: openMovesOf(received) };
};
