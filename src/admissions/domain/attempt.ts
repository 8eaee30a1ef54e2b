import type { CivilDate, Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { BeforeEntry } from '../../referrals/domain/referral.codes.js';
import type { BeforeOthers, OfferedBy, Outcome, ReachedBy, Transport } from './attempt.codes.js';
import type { AttemptState } from './attempt.lifecycle.js';

/** Something to be done before entry: done, not done, or nobody has said. */
export interface BeforeStep {
  readonly step: BeforeEntry;
  readonly done: boolean | null;
}

/** One date that was offered, and what came of it. Any number may follow. */
export interface Attempt {
  readonly id: Id;
  readonly clientId: Id;
  readonly class: 'coordination';
  readonly referralId: Id;
  /** Of the referral, where it names one. */
  readonly serviceId: Id | null;
  readonly round: number;
  readonly number: number;
  readonly offeredFor: Instant;
  readonly zone: string;
  readonly offeredByChannel: OfferedBy;
  readonly bedId: Id | null;
  /** Until when the place is kept for an answer. */
  readonly answerBy: Instant | null;
  readonly beforeOthersBecause: BeforeOthers | null;
  readonly state: AttemptState;
  readonly outcome: Outcome | null;
  readonly confirmedAt: Instant | null;
  readonly confirmedByChannel: OfferedBy | null;
  readonly transport: Transport | null;
  readonly accompaniedBy: Id | null;
  readonly beforeSteps: readonly BeforeStep[];
  readonly endedAt: Instant | null;
  readonly nextTryOn: CivilDate | null;
  readonly createdAt: Instant;
  readonly createdBy: Id;
  readonly updatedAt: Instant;
  readonly updatedBy: Id;
  readonly version: number;
}

export interface AttemptWords {
  /** What got in the way, as she says it. */
  readonly inTheWay?: string;
  /** What would help next time, as she says it. */
  readonly wouldHelp?: string;
  /** What whoever offers it adds: where to come, what to bring. */
  readonly note?: string;
}

export const ATTEMPT_WORDS = ['inTheWay', 'wouldHelp', 'note'] as const satisfies readonly (keyof AttemptWords)[];

export type ShownAttempt = Attempt & AttemptWords;

/** One try to reach her about a referral. */
export interface ReachAttempt {
  readonly id: Id;
  readonly referralId: Id;
  readonly clientId: Id | null;
  readonly callerId: Id | null;
  readonly round: number;
  readonly happenedAt: Instant;
  readonly channel: ReachedBy;
  readonly reached: boolean;
  readonly createdAt: Instant;
  readonly createdBy: Id;
  readonly version: number;
}
