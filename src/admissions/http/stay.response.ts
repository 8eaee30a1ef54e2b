import { ApiProperty } from '@nestjs/swagger';
import { ReadRecordResponse, RECORDS } from '../../access/http/ground.response.js';
import { WITHHELD, type WithheldResponse } from '../../access/http/ground.response.js';
import type { Id } from '../../kernel/ids.js';
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
import type { StayView } from '../application/stay-view.js';
import { LEAVE_CODES, NALOXONE_CODES, STAY_END_CODES } from '../domain/stay.codes.js';
import { STAY_MOVES, stayLifecycle } from '../domain/stay.lifecycle.js';
import { SaidPart } from './attempt.response.js';

class StayLeaveShown {
  @ApiProperty(ID) readonly id!: Id;
  @ApiProperty({ enum: LEAVE_CODES }) readonly because!: string;
  @ApiProperty(INSTANT) readonly leftAt!: string;
  @ApiProperty(MAYBE_INSTANT) readonly expectedAt!: string | null;
  @ApiProperty({ ...MAYBE_INSTANT, description: 'Null while away.' }) readonly backAt!: string | null;
}

export class StayResponse {
  @ApiProperty(ID) readonly id!: Id;
  @ApiProperty(ID) readonly clientId!: Id;
  @ApiProperty(ID) readonly referralId!: Id;
  @ApiProperty({ ...MAYBE_ID, description: 'The date that it began on.' }) readonly attemptId!: Id | null;
  @ApiProperty(ID) readonly serviceId!: Id;
  @ApiProperty(MAYBE_ID) readonly bedId!: Id | null;
  @ApiProperty({ enum: stayLifecycle.states }) readonly state!: string;
  @ApiProperty(INSTANT) readonly admittedAt!: string;
  @ApiProperty({ ...MAYBE_DAY, description: 'Nothing ends by it.' }) readonly plannedEndOn!: string | null;
  @ApiProperty({ type: [StayLeaveShown], description: 'Each time away.' }) readonly leaves!: readonly StayLeaveShown[];
  @ApiProperty(MAYBE_INSTANT) readonly endedAt!: string | null;
  @ApiProperty({ enum: STAY_END_CODES, nullable: true, description: 'Why it ended.' })
  readonly because!: string | null;
  @ApiProperty({ type: SaidPart, nullable: true, description: 'The same, in words for whom it is about.' })
  readonly becauseSaid!: SaidPart | null;
  @ApiProperty({ enum: NALOXONE_CODES, nullable: true }) readonly naloxone!: string | null;
  @ApiProperty({ type: 'boolean', nullable: true }) readonly toldOfLowerTolerance!: boolean | null;
  @ApiProperty({ ...MAYBE_TEXT, description: 'What was said when it ended.' }) readonly endNote!: string | null;
  @ApiProperty({ enum: STAY_MOVES, isArray: true }) readonly openMoves!: readonly string[];
  @ApiProperty(INSTANT) readonly createdAt!: string;
  @ApiProperty(INSTANT) readonly updatedAt!: string;
  @ApiProperty({ ...ID, description: 'The membership that changed it last.' }) readonly updatedBy!: Id;
  @ApiProperty(VERSION) readonly version!: number;
}

export class StaysResponse {
  @ApiProperty({ type: [StayResponse], description: 'The newest first.' }) readonly items!: readonly StayResponse[];
  @ApiProperty(NEXT) readonly next?: string;
  @ApiProperty(WITHHELD) readonly withheld!: readonly WithheldResponse[];
  @ApiProperty(RECORDS) readonly records!: readonly ReadRecordResponse[];
}

export const stayResponse = ({ class: _, createdBy: _by, ...stay }: StayView): StayResponse => ({
  ...stay,
  endNote: stay.endNote ?? null,
});
