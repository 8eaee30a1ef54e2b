import { ApiProperty } from '@nestjs/swagger';
import type { Id } from '../../kernel/ids.js';
import type { Sentence } from '../../kernel/refusal.js';
import {
  ID,
  INSTANT,
  MAYBE_DAY,
  MAYBE_ID,
  MAYBE_INSTANT,
  MAYBE_TEXT,
  NEXT,
  VERSION,
} from '../../platform/http/openapi/fields.js';
import { BEFORE_ENTRY } from '../../referrals/domain/referral.codes.js';
import type { AttemptView } from '../application/attempt-view.js';
import * as codes from '../domain/attempt.codes.js';
import { ATTEMPT_MOVES, attemptLifecycle } from '../domain/attempt.lifecycle.js';
import type { ReachAttempt } from '../domain/attempt.js';

/** The same in both languages. */
export class SaidPart implements Sentence {
  @ApiProperty() readonly en!: string;
  @ApiProperty() readonly fr!: string;
}

export const OUTCOME = { enum: codes.OUTCOME_CODES, nullable: true } as const;
export const OUTCOME_SAID = {
  type: SaidPart,
  nullable: true,
  description: 'What came of it, in words for whom it is about.',
} as const;
export const IS_LAPSED = { description: 'The time to answer is over, and nobody has said what came of it.' } as const;

class BeforeStepShown {
  @ApiProperty({ enum: Object.keys(BEFORE_ENTRY) }) readonly step!: string;
  @ApiProperty({ type: 'boolean', nullable: true, description: 'Null while nobody has said.' })
  readonly done!: boolean | null;
}

export class AttemptResponse {
  @ApiProperty(ID) readonly id!: Id;
  @ApiProperty(ID) readonly referralId!: Id;
  @ApiProperty(ID) readonly clientId!: Id;
  @ApiProperty({ ...MAYBE_ID, description: 'Of the referral, where it names one.' }) readonly serviceId!: Id | null;
  @ApiProperty({ type: 'integer', description: 'Of the referral: it grows where that is reopened.' })
  readonly round!: number;
  @ApiProperty({ type: 'integer', description: 'The first date has 1. There is no last one.' })
  readonly number!: number;
  @ApiProperty({ ...INSTANT, description: 'When it is.' }) readonly offeredFor!: string;
  @ApiProperty({ description: 'Where it is: its day is a day there.', example: 'America/Edmonton' })
  readonly zone!: string;
  @ApiProperty({ enum: codes.OFFER_CHANNELS, description: 'How it was told.' }) readonly offeredByChannel!: string;
  @ApiProperty(MAYBE_ID) readonly bedId!: Id | null;
  @ApiProperty({ ...MAYBE_INSTANT, description: 'Until when the place is kept for an answer.' })
  readonly answerBy!: string | null;
  @ApiProperty(IS_LAPSED) readonly isLapsed!: boolean;
  @ApiProperty({ enum: codes.BEFORE_OTHERS_CODES, nullable: true }) readonly beforeOthersBecause!: string | null;
  @ApiProperty({ enum: attemptLifecycle.states }) readonly state!: string;
  @ApiProperty(OUTCOME) readonly outcome!: string | null;
  @ApiProperty(OUTCOME_SAID) readonly outcomeSaid!: SaidPart | null;
  @ApiProperty({ ...MAYBE_TEXT, description: 'What got in the way, in their own words.' })
  readonly inTheWay!: string | null;
  @ApiProperty({ ...MAYBE_TEXT, description: 'What would help next time, in their own words.' })
  readonly wouldHelp!: string | null;
  @ApiProperty({ ...MAYBE_DAY, description: 'The first day on which to try again.' })
  readonly nextTryOn!: string | null;
  @ApiProperty(MAYBE_INSTANT) readonly confirmedAt!: string | null;
  @ApiProperty({ enum: codes.OFFER_CHANNELS, nullable: true }) readonly confirmedByChannel!: string | null;
  @ApiProperty({ enum: codes.TRANSPORT_CODES, nullable: true }) readonly transport!: string | null;
  @ApiProperty({ ...MAYBE_ID, description: 'The membership of whoever goes along.' })
  readonly accompaniedBy!: Id | null;
  @ApiProperty({ type: [BeforeStepShown], description: 'What has to be done before entry.' })
  readonly beforeSteps!: readonly BeforeStepShown[];
  @ApiProperty({ ...MAYBE_TEXT, description: 'Where to come and what to bring.' }) readonly note!: string | null;
  @ApiProperty(MAYBE_INSTANT) readonly endedAt!: string | null;
  @ApiProperty({ enum: ATTEMPT_MOVES, isArray: true }) readonly openMoves!: readonly string[];
  @ApiProperty(INSTANT) readonly createdAt!: string;
  @ApiProperty({ ...ID, description: 'The membership that offered it.' }) readonly createdBy!: Id;
  @ApiProperty(INSTANT) readonly updatedAt!: string;
  @ApiProperty({ ...ID, description: 'The membership that changed it last.' }) readonly updatedBy!: Id;
  @ApiProperty(VERSION) readonly version!: number;
}

export class AttemptsResponse {
  @ApiProperty({ type: [AttemptResponse], description: 'In the order in which they were offered.' })
  readonly items!: readonly AttemptResponse[];
  @ApiProperty(NEXT) readonly next?: string;
}

export class ReachAttemptResponse {
  @ApiProperty(ID) readonly id!: Id;
  @ApiProperty(ID) readonly referralId!: Id;
  @ApiProperty({ type: 'integer' }) readonly round!: number;
  @ApiProperty(INSTANT) readonly happenedAt!: string;
  @ApiProperty({ enum: codes.REACH_CHANNELS }) readonly channel!: string;
  @ApiProperty({ description: 'Whether the client was reached.' }) readonly reached!: boolean;
  @ApiProperty(INSTANT) readonly createdAt!: string;
  @ApiProperty({ ...ID, description: 'The membership that tried.' }) readonly createdBy!: Id;
  @ApiProperty(VERSION) readonly version!: number;
}

export class ReachAttemptsResponse {
  @ApiProperty({ type: [ReachAttemptResponse], description: 'In the order in which they took place.' })
  readonly items!: readonly ReachAttemptResponse[];
  @ApiProperty(NEXT) readonly next?: string;
}

export const attemptResponse = ({ class: _, ...attempt }: AttemptView): AttemptResponse => ({
  ...attempt,
  inTheWay: attempt.inTheWay ?? null,
  wouldHelp: attempt.wouldHelp ?? null,
  note: attempt.note ?? null,
});

export const reachAttemptResponse = ({
  clientId: _,
  callerId: _caller,
  ...tried
}: ReachAttempt): ReachAttemptResponse => tried;
