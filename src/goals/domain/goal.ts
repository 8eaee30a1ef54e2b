import type { CivilDate, Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { StepState } from './goal-step.lifecycle.js';
import type { GoalState } from './goal.lifecycle.js';
import type { ShownWorker, WorkedOnBy } from '../../clients/domain/worked-on-by.js';

interface Kept {
  readonly id: Id;
  readonly clientId: Id;
  readonly class: 'coordination';
  readonly createdAt: Instant;
  readonly createdBy: Id;
  readonly updatedAt: Instant;
  readonly updatedBy: Id;
  readonly version: number;
}

/** Something that she wants. */
export interface Goal extends Kept, WorkedOnBy {
  readonly state: GoalState;
  /** Her own order: 1 comes first, null where she did not say. */
  readonly rank: number | null;
  /** The goal that this one became. */
  readonly becameId: Id | null;
  /** When somebody last went through it with her. */
  readonly reviewedAt: Instant | null;
}

export const GOAL_WORDS = ['ownWords', 'teamNote', 'moveNote'] as const satisfies readonly (keyof GoalWords)[];

export interface GoalWords {
  /** As she says it. */
  readonly ownWords: string;
  /** What those who work on it add. */
  readonly teamNote?: string;
  /** What was said with the last move. */
  readonly moveNote?: string;
}

/** One thing on the way to a goal. */
export interface GoalStep extends Kept, WorkedOnBy {
  readonly goalId: Id;
  readonly state: StepState;
  readonly dueOn: CivilDate | null;
}

export interface StepWords {
  readonly text: string;
}

export type Shown<Record extends WorkedOnBy> = Omit<Record, keyof WorkedOnBy> & { readonly workedOnBy: ShownWorker };

export type ShownStep = Shown<GoalStep> & StepWords;
export type ShownGoal = Shown<Goal> & GoalWords & { readonly steps: readonly ShownStep[] };
