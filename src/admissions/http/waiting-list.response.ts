import { ApiProperty } from '@nestjs/swagger';
import type { Id } from '../../kernel/ids.js';
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
import { listOf } from '../../platform/http/paging.js';
import { URGENCIES } from '../../referrals/domain/referral.codes.js';
import { BEFORE_START } from '../../referrals/domain/referral.lifecycle.js';
import type { InLineView, NamedOffer, WaitingList } from '../application/find-waiting.js';
import type { BedView } from '../application/tend-beds.js';
import { BEFORE_OTHERS_CODES } from '../domain/attempt.codes.js';
import { attemptLifecycle } from '../domain/attempt.lifecycle.js';
import { BED_STANDINGS } from '../domain/bed.js';
import { IS_LAPSED, OUTCOME, OUTCOME_SAID, type SaidPart } from './attempt.response.js';

const GOES_BY = { ...MAYBE_TEXT, description: 'What the client goes by, where that is shared.' } as const;

export class BedResponse {
  @ApiProperty(ID) readonly id!: Id;
  @ApiProperty(ID) readonly serviceId!: Id;
  @ApiProperty({ example: 'Room 4, window' }) readonly label!: string;
  @ApiProperty({ enum: BED_STANDINGS, description: 'A promise that is over can be given to somebody else.' })
  readonly standing!: string;
  @ApiProperty({ ...MAYBE_INSTANT, description: 'Null where it is free, and where nobody has said until when.' })
  readonly heldUntil!: string | null;
  @ApiProperty({ ...MAYBE_INSTANT, description: 'Null while it is open.' }) readonly closedAt!: string | null;
  @ApiProperty(INSTANT) readonly createdAt!: string;
  @ApiProperty(VERSION) readonly version!: number;
}

export class BedsResponse {
  @ApiProperty({ type: [BedResponse], description: 'By label; those that are closed are not among them.' })
  readonly items!: readonly BedResponse[];
  @ApiProperty(NEXT) readonly next?: string;
}

export class OfferResponse {
  @ApiProperty(ID) readonly attemptId!: Id;
  @ApiProperty(ID) readonly referralId!: Id;
  @ApiProperty(ID) readonly clientId!: Id;
  @ApiProperty({ type: 'integer' }) readonly number!: number;
  @ApiProperty({ ...INSTANT, description: 'When it was offered.' }) readonly offeredAt!: string;
  @ApiProperty({ ...INSTANT, description: 'When it is.' }) readonly offeredFor!: string;
  @ApiProperty() readonly zone!: string;
  @ApiProperty(MAYBE_ID) readonly bedId!: Id | null;
  @ApiProperty(MAYBE_INSTANT) readonly answerBy!: string | null;
  @ApiProperty(IS_LAPSED) readonly isLapsed!: boolean;
  @ApiProperty({ enum: BEFORE_OTHERS_CODES, nullable: true, description: 'Why to this person before others in line.' })
  readonly beforeOthersBecause!: string | null;
  @ApiProperty({ enum: attemptLifecycle.states }) readonly state!: string;
  @ApiProperty(OUTCOME) readonly outcome!: string | null;
  @ApiProperty(OUTCOME_SAID) readonly outcomeSaid!: SaidPart | null;
}

export class NamedOfferResponse extends OfferResponse {
  @ApiProperty(GOES_BY) readonly goesBy!: string | null;
}

export class OffersResponse {
  @ApiProperty({ type: [NamedOfferResponse], description: 'The newest first.' })
  readonly items!: readonly NamedOfferResponse[];
  @ApiProperty(NEXT) readonly next?: string;
}

export class InLineResponse {
  @ApiProperty(ID) readonly referralId!: Id;
  @ApiProperty(ID) readonly clientId!: Id;
  @ApiProperty(GOES_BY) readonly goesBy!: string | null;
  @ApiProperty({
    enum: BEFORE_START,
    description: 'Of the referral. Whoever is offered a date, or could not come, stays in line.',
  })
  readonly state!: string;
  @ApiProperty({ enum: URGENCIES }) readonly urgency!: string;
  @ApiProperty({ ...MAYBE_COUNT, description: 'Whoever has none stands behind those who have one.' })
  readonly placeInLine!: number | null;
  @ApiProperty({ ...INSTANT, description: 'On the list since then.' }) readonly since!: string;
  @ApiProperty({ ...MAYBE_DAY, description: 'When to ask whether the place is still wanted.' })
  readonly reviewOn!: string | null;
  @ApiProperty() readonly isReviewDue!: boolean;
  @ApiProperty({ type: 'integer' }) readonly round!: number;
  @ApiProperty({ type: 'integer', description: 'Dates that were offered so far.' }) readonly offers!: number;
  @ApiProperty({ type: OfferResponse, nullable: true, description: 'The last one, and what came of it.' })
  readonly lastOffer!: OfferResponse | null;
  @ApiProperty({ ...VERSION, description: 'Of the referral.' }) readonly version!: number;
}

class CountPart {
  @ApiProperty({ type: 'integer' }) readonly free!: number;
  @ApiProperty(MAYBE_COUNT) readonly places!: number | null;
  @ApiProperty(INSTANT) readonly confirmedAt!: string;
  @ApiProperty({ description: 'Too old to promise anybody a place on it. Count again.' }) readonly isStale!: boolean;
}

export class WaitingListResponse {
  @ApiProperty({ type: [InLineResponse], description: 'In order: by place, then by how long they have waited.' })
  readonly items!: readonly InLineResponse[];
  @ApiProperty({ type: CountPart, nullable: true, description: 'Places as somebody counted them last.' })
  readonly capacity!: CountPart | null;
  @ApiProperty(NEXT) readonly next?: string;
}

export const bedResponse = ({ isHeld: _, createdBy: _by, ...bed }: BedView): BedResponse => bed;
export const offerResponse = (offer: NamedOffer): NamedOfferResponse => offer;
const inLineResponse = (one: InLineView): InLineResponse => one;

export const waitingListResponse = ({ page, capacity }: WaitingList): WaitingListResponse =>
  listOf(page, inLineResponse, {
    capacity: capacity && {
      ...{ free: capacity.free, places: capacity.places },
      ...{ confirmedAt: capacity.confirmedAt, isStale: capacity.isStale },
    },
  });
