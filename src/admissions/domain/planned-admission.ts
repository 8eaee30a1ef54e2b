import type { Attempt } from './attempt.js';
import type { Stay } from './stay.js';

/** A date that is offered or set. */
export type PlannedDate = Pick<
  Attempt,
  'id' | 'clientId' | 'referralId' | 'number' | 'offeredFor' | 'zone' | 'state' | 'answerBy' | 'transport' | 'version'
> & {
  readonly isLapsed: boolean;
  /** Who goes along. */
  readonly accompaniedBy: string | null;
};

/** A stay that goes on, or one that ended and after which something is still owed. */
export type PlannedStay = Pick<
  Stay,
  | ('id' | 'clientId' | 'referralId' | 'state' | 'admittedAt' | 'plannedEndOn' | 'endedAt')
  | ('naloxone' | 'toldOfLowerTolerance' | 'version')
> & { readonly service: string };

export interface PlannedAdmissions {
  readonly dates: readonly PlannedDate[];
  readonly stays: readonly PlannedStay[];
}
