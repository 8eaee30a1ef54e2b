import type { CivilDate, Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { Urgency } from '../../referrals/domain/referral.codes.js';
import type { ReferralState } from '../../referrals/domain/referral.lifecycle.js';
import type { BeforeOthers, Outcome } from './attempt.codes.js';
import type { AttemptState } from './attempt.lifecycle.js';

/** What somebody was offered, and what came of it. */
export interface Offer {
  readonly attemptId: Id;
  readonly referralId: Id;
  readonly clientId: Id;
  readonly number: number;
  readonly offeredAt: Instant;
  readonly offeredFor: Instant;
  readonly zone: string;
  readonly bedId: Id | null;
  readonly answerBy: Instant | null;
  readonly beforeOthersBecause: BeforeOthers | null;
  readonly state: AttemptState;
  readonly outcome: Outcome | null;
}

/** Whoever waits, in order: by their place, then since when. */
export interface InLine {
  readonly referralId: Id;
  readonly clientId: Id;
  readonly state: ReferralState;
  readonly urgency: Urgency;
  readonly placeInLine: number | null;
  readonly since: Instant;
  readonly reviewOn: CivilDate | null;
  readonly round: number;
  /** Dates that were offered so far. */
  readonly offers: number;
  readonly lastOffer: Offer | null;
  readonly version: number;
}

/** Nothing is offered to them at the moment, and no step comes before an offer: they are not passed over without a reason. */
export const WAITS_FOR_AN_OFFER = [
  'waitlisted',
  'date_not_attended',
  'next_date_owed',
] as const satisfies readonly ReferralState[];

/** Whether it is time to look again whether the place is still wanted. */
export const isReviewDue = ({ reviewOn }: Pick<InLine, 'reviewOn'>, today: CivilDate): boolean =>
  reviewOn !== null && reviewOn <= today;
