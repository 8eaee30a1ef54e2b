import { ApiProperty } from '@nestjs/swagger';
import { WITHHELD, type WithheldResponse, ReadRecordResponse, RECORDS } from '../../access/http/ground.response.js';
import {
  ID,
  MAYBE_ID,
  INSTANT,
  MAYBE_INSTANT,
  MAYBE_DAY,
  MAYBE_TEXT,
  MAYBE_COUNT,
  VERSION,
  NEXT,
} from '../../platform/http/openapi/fields.js';
import { DATA_CLASSES, ROLES } from '../../access/policy.js';
import type { GoalView, StepView } from '../application/goal-desk.js';
import { STEP_MOVES, stepLifecycle } from '../domain/goal-step.lifecycle.js';
import { GOAL_MOVES, goalLifecycle } from '../domain/goal.lifecycle.js';
import { WORKED_ON_BY, type ShownWorker } from '../../clients/domain/worked-on-by.js';

class GoalWorkerPart {
  @ApiProperty({ enum: WORKED_ON_BY }) readonly who!: string;
  @ApiProperty({ ...ID, required: false }) readonly membershipId?: string;
  @ApiProperty({ required: false, example: 'Maya Okafor' }) readonly name?: string;
  @ApiProperty({ enum: ROLES, required: false }) readonly role?: string;
  @ApiProperty({ required: false, description: 'Whether they still work there.' }) readonly isHere?: boolean;
}

export class StepResponse {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty(ID) readonly goalId!: string;
  @ApiProperty({ example: 'Ask at the college when evening classes begin' }) readonly text!: string;
  @ApiProperty({ type: GoalWorkerPart }) readonly workedOnBy!: ShownWorker;
  @ApiProperty(MAYBE_DAY) readonly dueOn!: string | null;
  @ApiProperty({ enum: stepLifecycle.states }) readonly state!: string;
  @ApiProperty({ enum: STEP_MOVES, isArray: true, description: 'What you may do with it now.' })
  readonly openMoves!: readonly string[];
  @ApiProperty(INSTANT) readonly createdAt!: string;
  @ApiProperty(INSTANT) readonly updatedAt!: string;
  @ApiProperty(VERSION) readonly version!: number;
}

export class GoalResponse {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty(ID) readonly clientId!: string;
  @ApiProperty({ description: 'In their own words.', example: 'I want my own door to lock.' })
  readonly ownWords!: string;
  @ApiProperty({ ...MAYBE_TEXT, description: 'What those who work on it add.' })
  readonly teamNote!: string | null;
  @ApiProperty({ enum: DATA_CLASSES }) readonly class!: string;
  @ApiProperty({ enum: goalLifecycle.states }) readonly state!: string;
  @ApiProperty({ ...MAYBE_TEXT, description: 'What was said with the last move.' })
  readonly moveNote!: string | null;
  @ApiProperty({ enum: GOAL_MOVES, isArray: true, description: 'What you may do with it now.' })
  readonly openMoves!: readonly string[];
  @ApiProperty({ ...MAYBE_COUNT, description: 'The client’s own order: 1 comes first.' })
  readonly rank!: number | null;
  @ApiProperty({ type: GoalWorkerPart }) readonly workedOnBy!: ShownWorker;
  @ApiProperty({ ...MAYBE_ID, description: 'The goal that this one became.' }) readonly becameId!: string | null;
  @ApiProperty({ ...MAYBE_INSTANT, description: 'When somebody last went through it with the client.' })
  readonly reviewedAt!: string | null;
  @ApiProperty({ type: [StepResponse], description: 'In the order in which they were written down.' })
  readonly steps!: readonly StepResponse[];
  @ApiProperty(INSTANT) readonly createdAt!: string;
  @ApiProperty({ ...ID, description: 'The membership that wrote it down.' }) readonly createdBy!: string;
  @ApiProperty(INSTANT) readonly updatedAt!: string;
  @ApiProperty({ ...ID, description: 'The membership that changed it last.' }) readonly updatedBy!: string;
  @ApiProperty(VERSION) readonly version!: number;
}

export class GoalsResponse {
  @ApiProperty({ type: [GoalResponse], description: 'In the client’s own order.' })
  readonly items!: readonly GoalResponse[];
  @ApiProperty(NEXT) readonly next?: string;
  @ApiProperty(WITHHELD)
  readonly withheld!: readonly WithheldResponse[];
  @ApiProperty(RECORDS) readonly records!: readonly ReadRecordResponse[];
}

export const stepResponse = (step: StepView): StepResponse => ({
  id: step.id,
  goalId: step.goalId,
  text: step.text,
  workedOnBy: step.workedOnBy,
  dueOn: step.dueOn,
  state: step.state,
  openMoves: step.openMoves,
  createdAt: step.createdAt,
  updatedAt: step.updatedAt,
  version: step.version,
});

export const goalResponse = ({ teamNote, moveNote, steps, ...goal }: GoalView): GoalResponse => ({
  ...goal,
  teamNote: teamNote ?? null,
  moveNote: moveNote ?? null,
  steps: steps.map(stepResponse),
});
