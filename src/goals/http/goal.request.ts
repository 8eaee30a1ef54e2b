import { ApiProperty } from '@nestjs/swagger';
import type { Id } from '../../kernel/ids.js';
import {
  Clearable,
  Is,
  IsCivilDate,
  IsIdText,
  IsInstant,
  IsOneOf,
  IsWhole,
  IsWords,
  Optional,
} from '../../platform/http/validation.js';
import { namedWorker } from '../../clients/application/worker-input.js';
import { STEP_MOVES, type StepMove } from '../domain/goal-step.lifecycle.js';
import { GOAL_MOVES, goalLifecycle, type GoalMove, type GoalState } from '../domain/goal.lifecycle.js';
import { HIGHEST_RANK } from '../../clients/domain/rank.js';
import type { NamedWorker } from '../../clients/domain/worked-on-by.js';

const RANK = { min: 1, max: HIGHEST_RANK };
const OWN_WORDS = { max: 1000 };
const NOTE = { max: 4000 };
const STEP = { max: 500 };

export class AddGoalRequest {
  /** Your own, for work without a connection; otherwise one is made. */
  @IsIdText() @Optional() readonly id?: Id;
  /** In their own words. */
  @IsWords(OWN_WORDS) @ApiProperty({ example: 'I want my own door to lock.' }) readonly ownWords!: string;
  /** What those who work on it add. */
  @IsWords(NOTE) @Optional() readonly teamNote?: string;
  /** The client, unless you say otherwise. */
  @Is(namedWorker) @Optional() readonly workedOnBy?: NamedWorker;
  /** The client’s own order: 1 comes first. */
  @IsWhole(RANK) @Optional() readonly rank?: number;
}

export class ChangeGoalRequest {
  @IsWords(OWN_WORDS) @Optional() readonly ownWords?: string;
  @IsWords(NOTE) @Clearable() readonly teamNote?: string | null;
  @Is(namedWorker) @Optional() readonly workedOnBy?: NamedWorker;
  /** The client’s own order: 1 comes first; null where they no longer say. */
  @IsWhole(RANK) @Clearable() readonly rank?: number | null;
  /** When somebody last went through it with the client. */
  @IsInstant() @Optional() readonly reviewedAt?: string;
}

export class MoveGoalRequest {
  @IsOneOf(GOAL_MOVES) readonly move!: GoalMove;
  /** What was said with it. */
  @IsWords(NOTE) @Optional() readonly note?: string;
  /** Of `become`: the goal that this one is from now on. */
  @IsIdText() @Optional() readonly becomes?: Id;
}

export class GoalsQuery {
  /** All but what was written down by mistake, unless you say otherwise. */
  @IsOneOf(goalLifecycle.states) @Optional() readonly state?: GoalState;
}

export class AddStepRequest {
  /** Your own, for work without a connection; otherwise one is made. */
  @IsIdText() @Optional() readonly id?: Id;
  @IsWords(STEP) @ApiProperty({ example: 'Ask when evening classes begin' }) readonly text!: string;
  /** The client, unless you say otherwise. */
  @Is(namedWorker) @Optional() readonly workedOnBy?: NamedWorker;
  /** A day to aim at. Nothing happens by itself when it has passed. */
  @IsCivilDate() @Optional() readonly dueOn?: string;
}

export class ChangeStepRequest {
  @IsWords(STEP) @Optional() readonly text?: string;
  @Is(namedWorker) @Optional() readonly workedOnBy?: NamedWorker;
  @IsCivilDate() @Clearable() readonly dueOn?: string | null;
}

export class MoveStepRequest {
  @IsOneOf(STEP_MOVES) readonly move!: StepMove;
}
