import { ApiProperty } from '@nestjs/swagger';
import { ReadRecordResponse, RECORDS, WITHHELD, WithheldResponse } from '../../access/http/ground.response.js';
import { DATA_CLASSES } from '../../access/policy.js';
import { CHANNEL_KINDS } from '../../clients/domain/channel.js';
import { HOW_GIVEN } from '../../consents/domain/consent.js';
import {
  ID,
  INSTANT,
  MAYBE_COUNT,
  MAYBE_DAY,
  MAYBE_ID,
  MAYBE_INSTANT,
  MAYBE_TEXT,
  NEXT,
  VERSION,
} from '../../platform/http/openapi/fields.js';
import type { ReferralView } from '../application/referral-view.js';
import type { ReferralWhole } from '../application/referral-showing.js';
import {
  ASKED_BY,
  ASKS_FOR,
  OUTSIDE_BY,
  OWED_BY,
  PARTIES,
  RECEIVER_KINDS,
  URGENCIES,
} from '../domain/referral.codes.js';
import { REFERRAL_MOVES, referralLifecycle } from '../domain/referral.lifecycle.js';
import { SERVED_KINDS, type SharedChannel } from '../domain/referral.js';

export const STATE = { enum: referralLifecycle.states } as const;
const OWES = { enum: OWED_BY, description: 'Who owes the next step.' } as const;

class OutsidePart {
  @ApiProperty() readonly name!: string;
  @ApiProperty({ required: false }) readonly phone?: string;
  @ApiProperty({ required: false }) readonly address?: string;
}
/** As FHIR R4 codes say it: a request, its task, and what the codes are too coarse for. */
class InFhirPart {
  @ApiProperty({ example: 'active' }) readonly request!: string;
  @ApiProperty({ example: 'on-hold' }) readonly task!: string;
  @ApiProperty({ example: 'waitlisted' }) readonly business!: string;
}

/** A referral as a list shows it. */
export class ListedReferralResponse {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty(MAYBE_ID) readonly clientId!: string | null;
  @ApiProperty(MAYBE_ID) readonly callerId!: string | null;
  @ApiProperty({ ...MAYBE_TEXT, description: 'What the client or the caller goes by, where that is shared.' })
  readonly goesBy!: string | null;
  @ApiProperty({ ...MAYBE_ID, description: 'The referral before this one, where you see it.' })
  readonly followsId!: string | null;
  @ApiProperty({ enum: Object.keys(ASKS_FOR) }) readonly asksFor!: string;
  @ApiProperty({ enum: URGENCIES }) readonly urgency!: string;
  @ApiProperty({ enum: ASKED_BY }) readonly askedBy!: string;
  @ApiProperty(ID) readonly senderOrganisationId!: string;
  @ApiProperty({ example: 'Sarcee Trail Clinic' }) readonly sender!: string;
  @ApiProperty({ ...ID, description: 'The membership that asked.' }) readonly requestedBy!: string;
  @ApiProperty() readonly requestedByName!: string;
  @ApiProperty({ enum: RECEIVER_KINDS }) readonly receiverKind!: string;
  @ApiProperty(MAYBE_ID) readonly receiverOrganisationId!: string | null;
  @ApiProperty(MAYBE_TEXT) readonly receiver!: string | null;
  @ApiProperty(MAYBE_ID) readonly serviceId!: string | null;
  @ApiProperty(MAYBE_TEXT) readonly service!: string | null;
  @ApiProperty({ enum: OUTSIDE_BY, nullable: true }) readonly outsideBy!: string | null;
  @ApiProperty({ type: OutsidePart, nullable: true }) readonly outside!: OutsidePart | null;
  @ApiProperty(STATE) readonly state!: string;
  @ApiProperty(INSTANT) readonly stateSince!: string;
  @ApiProperty({ description: 'Reopening begins another round.' }) readonly round!: number;
  @ApiProperty({ ...MAYBE_TEXT, description: 'The reason of the last move, or the step that is awaited.' })
  readonly because!: string | null;
  @ApiProperty(OWES) readonly owes!: string;
  @ApiProperty(MAYBE_INSTANT) readonly nextStepBy!: string | null;
  @ApiProperty() readonly isOverdue!: boolean;
  @ApiProperty({ description: 'Whether what it shares is agreed to now.' }) readonly isAgreed!: boolean;
  @ApiProperty(MAYBE_DAY) readonly reviewOn!: string | null;
  @ApiProperty(MAYBE_COUNT) readonly placeInLine!: number | null;
  @ApiProperty({ enum: DATA_CLASSES, isArray: true }) readonly sharedClasses!: readonly string[];
  @ApiProperty(MAYBE_INSTANT) readonly sentAt!: string | null;
  @ApiProperty(MAYBE_INSTANT) readonly answerBy!: string | null;
  @ApiProperty(MAYBE_INSTANT) readonly endedAt!: string | null;
  @ApiProperty(MAYBE_INSTANT) readonly knownToSenderAt!: string | null;
  @ApiProperty(MAYBE_INSTANT) readonly knownToClientAt!: string | null;
  @ApiProperty({ description: 'Whether sender and client both know what came of it.' }) readonly isLoopClosed!: boolean;
  @ApiProperty({ type: InFhirPart }) readonly inFhir!: InFhirPart;
  @ApiProperty({ enum: PARTIES, isArray: true, description: 'On which sides of it you stand.' })
  readonly parties!: readonly string[];
  @ApiProperty({ enum: REFERRAL_MOVES, isArray: true, description: 'What you may do with it now.' })
  readonly openMoves!: readonly string[];
  @ApiProperty(WITHHELD) readonly withheld!: readonly WithheldResponse[];
  @ApiProperty(INSTANT) readonly createdAt!: string;
  @ApiProperty(INSTANT) readonly updatedAt!: string;
  @ApiProperty(VERSION) readonly version!: number;
}

class SummaryPart {
  @ApiProperty({ enum: DATA_CLASSES }) readonly class!: string;
  @ApiProperty() readonly text!: string;
}
class ServedPart {
  @ApiProperty({ enum: SERVED_KINDS }) readonly kind!: string;
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty({ ...MAYBE_TEXT, description: 'Of a need, where you see it.' }) readonly domain!: string | null;
  @ApiProperty(MAYBE_TEXT) readonly state!: string | null;
  @ApiProperty({ ...MAYBE_TEXT, description: 'Of a goal, where you see it.' }) readonly ownWords!: string | null;
}
class SafeHoursPart {
  @ApiProperty({ type: [Number] }) readonly days!: readonly number[];
  @ApiProperty({ example: '09:00' }) readonly from!: string;
  @ApiProperty({ example: '17:00' }) readonly to!: string;
}
class SharedChannelPart {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty({ enum: CHANNEL_KINDS }) readonly kind!: string;
  @ApiProperty() readonly mayContact!: boolean;
  @ApiProperty() readonly mayLeaveVoicemail!: boolean;
  @ApiProperty({ type: [SafeHoursPart] }) readonly safeHours!: readonly SafeHoursPart[];
  @ApiProperty(MAYBE_TEXT) readonly value!: string | null;
  @ApiProperty(MAYBE_TEXT) readonly person!: string | null;
  @ApiProperty(MAYBE_TEXT) readonly sayWhat!: string | null;
  @ApiProperty(MAYBE_TEXT) readonly sayWho!: string | null;
}

export class ReferralResponse extends ListedReferralResponse {
  @ApiProperty(MAYBE_TEXT) readonly reason!: string | null;
  @ApiProperty({ ...MAYBE_TEXT, description: 'As the client says it.' }) readonly ownWords!: string | null;
  @ApiProperty({ ...MAYBE_TEXT, description: 'What the receiver asked last.' }) readonly question!: string | null;
  @ApiProperty(MAYBE_TEXT) readonly answer!: string | null;
  @ApiProperty(MAYBE_ID) readonly consentId!: string | null;
  @ApiProperty({ enum: HOW_GIVEN, nullable: true }) readonly agreedHow!: string | null;
  @ApiProperty(MAYBE_INSTANT) readonly agreedAt!: string | null;
  @ApiProperty(MAYBE_INSTANT) readonly agreementEndedAt!: string | null;
  @ApiProperty({ type: [SummaryPart], description: 'Told along, of the classes that you hold.' })
  readonly summaries!: readonly SummaryPart[];
  @ApiProperty({ type: [ServedPart] }) readonly serves!: readonly ServedPart[];
  @ApiProperty({ type: [SharedChannelPart], description: 'How the client may be reached, where that is shared.' })
  readonly channels!: readonly SharedChannelPart[];
  @ApiProperty({ ...MAYBE_ID, description: 'The record of your own house that stands for this caller.' })
  readonly receivedAs!: string | null;
}

export class ReferralPageResponse {
  @ApiProperty({ type: [ListedReferralResponse] }) readonly items!: readonly ListedReferralResponse[];
  @ApiProperty(NEXT) readonly next?: string;
}
export class ReferralChainResponse {
  @ApiProperty({
    type: [ListedReferralResponse],
    description: 'Every hop that you see, in the order in which they were drafted.',
  })
  readonly items!: readonly ListedReferralResponse[];
  @ApiProperty(NEXT) readonly next?: string;
}
export class ReferralsOfClientResponse extends ReferralPageResponse {
  @ApiProperty(WITHHELD) readonly withheld!: readonly WithheldResponse[];
  @ApiProperty(RECORDS) readonly records!: readonly ReadRecordResponse[];
}

class ReferralCountPart {
  @ApiProperty(STATE) readonly state!: string;
  @ApiProperty(OWES) readonly owes!: string;
  @ApiProperty() readonly count!: number;
  @ApiProperty({ description: 'Of these, how many somebody is late with.' }) readonly overdue!: number;
}
export class ReferralCountsResponse {
  @ApiProperty({ type: [ReferralCountPart] }) readonly items!: readonly ReferralCountPart[];
}

export const listedReferral = (view: ReferralView): ListedReferralResponse => listedMembers(view);

const listedMembers = ({ referral, ...view }: ReferralView) => ({
  id: referral.id,
  clientId: referral.clientId,
  callerId: referral.callerId,
  goesBy: view.goesBy,
  followsId: view.followsId,
  asksFor: referral.asksFor,
  urgency: referral.urgency,
  askedBy: referral.askedBy,
  senderOrganisationId: referral.senderOrganisationId,
  sender: referral.sender,
  requestedBy: referral.requestedBy,
  requestedByName: referral.requestedByName,
  receiverKind: referral.receiverKind,
  receiverOrganisationId: referral.receiverOrganisationId,
  receiver: referral.receiver,
  serviceId: referral.serviceId,
  service: referral.service,
  outsideBy: referral.outsideBy,
  state: referral.state,
  stateSince: referral.stateSince,
  round: referral.round,
  because: view.because,
  owes: view.owes,
  nextStepBy: referral.nextStepBy,
  isOverdue: view.isOverdue,
  isAgreed: view.isAgreed,
  reviewOn: referral.reviewOn,
  placeInLine: referral.placeInLine,
  sharedClasses: referral.sharedClasses,
  sentAt: referral.sentAt,
  answerBy: referral.answerBy,
  endedAt: referral.endedAt,
  knownToSenderAt: referral.knownToSenderAt,
  knownToClientAt: referral.knownToClientAt,
  isLoopClosed: view.isLoopClosed,
  inFhir: view.inFhir,
  parties: view.parties,
  openMoves: view.openMoves,
  withheld: view.withheld,
  createdAt: referral.createdAt,
  updatedAt: referral.updatedAt,
  version: referral.version,
  outside: referral.outside ?? null,
});

export const referralResponse = ({ referral, ...whole }: ReferralWhole): ReferralResponse => ({
  ...listedMembers({ referral, ...whole }),
  reason: referral.reason ?? null,
  ownWords: referral.ownWords ?? null,
  question: referral.question ?? null,
  answer: referral.answer ?? null,
  consentId: referral.consentId,
  agreedHow: referral.agreedHow,
  agreedAt: referral.agreedAt,
  agreementEndedAt: referral.agreementEndedAt,
  summaries: whole.summaries.map(({ class: its, text }) => ({ class: its, text })),
  serves: whole.serves,
  channels: whole.channels.map(channelPart),
  receivedAs: whole.receivedAs,
});

const channelPart = ({
  id,
  kind,
  mayContact,
  mayLeaveVoicemail,
  safeHours,
  ...said
}: SharedChannel): SharedChannelPart => ({
  ...{ id, kind, mayContact, mayLeaveVoicemail, safeHours },
  value: said.value ?? null,
  person: said.person ?? null,
  sayWhat: said.sayWhat ?? null,
  sayWho: said.sayWho ?? null,
});
