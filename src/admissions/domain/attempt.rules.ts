import {
  civilDateAt,
  dayAfter,
  plusMinutes,
  startOfDay,
  type CivilDate,
  type Instant,
} from '../../kernel/civil-time.js';
import type { Fault } from '../../kernel/refusal.js';
import type { ReferralState } from '../../referrals/domain/referral.lifecycle.js';
import type { Outcome } from './attempt.codes.js';
import type { Attempt } from './attempt.js';
import type { AttemptState } from './attempt.lifecycle.js';

/** What becomes of the referral with a date, as data: by the outcome of the date, and nothing of it ends anything. */
export interface Follows {
  readonly move: 'arrive' | 'miss_date' | 'owe_next_date';
  readonly to: ReferralState;
  /** Whether somebody reaches out, asking for nothing, because she could not come. */
  readonly outreach: boolean;
}

const begins: Follows = { move: 'arrive', to: 'in_progress', outreach: false };
const missed: Follows = { move: 'miss_date', to: 'date_not_attended', outreach: true };
const owed: Follows = { move: 'owe_next_date', to: 'next_date_owed', outreach: false };
const owedToHer: Follows = { ...owed, outreach: true };

export const FOLLOWS: Readonly<Record<Outcome, Follows>> = {
  attended: begins,
  did_not_attend: missed,
  client_rescheduled: owed,
  provider_rescheduled: owed,
  test_result_outside_program_criteria: owedToHer,
  client_not_ready_today: owedToHer,
  transport: owedToHer,
  childcare: owedToHer,
  hospitalised: owedToHer,
  in_custody: owedToHer,
  unsafe_for_client: owedToHer,
  offer_not_taken: owed,
  offer_lapsed: owedToHer,
};

/** After which somebody reaches out. */
export const REACHED_OUT_AFTER: readonly Outcome[] = (Object.keys(FOLLOWS) as Outcome[]).filter(
  (outcome) => FOLLOWS[outcome].outreach,
);

/** What is known only on the day itself. */
const TOLD_BY_THE_DAY: readonly Outcome[] = ['attended', 'did_not_attend'];

export const isTooEarly = (
  outcome: Outcome,
  { offeredFor, zone }: Pick<Attempt, 'offeredFor' | 'zone'>,
  now: Instant,
): boolean => TOLD_BY_THE_DAY.includes(outcome) && civilDateAt(now, zone) < civilDateAt(offeredFor, zone);

/** An offer whose time to answer is over. It is still there, and can still be confirmed while its place is. */
export const isLapsed = (
  { state, answerBy }: { readonly state: AttemptState; readonly answerBy: Instant | null },
  now: Instant,
): boolean => state === 'offered' && answerBy !== null && answerBy <= now;

const endOfDay = (day: CivilDate, zone: string): Instant => startOfDay(dayAfter(day), zone);

/**
 * By when the step after a date is owed: once it is confirmed, what came of it; once it did not work out, the next one, where a
 * day for it was named. Undefined where the urgency says it, and where that day is over.
 */
export function owedBy({ state, offeredFor, nextTryOn, zone }: OwedAfter, now: Instant): Instant | undefined {
  const day = state === 'confirmed' ? civilDateAt(offeredFor, zone) : nextTryOn;
  const by = day === null ? undefined : endOfDay(day, zone);
  return by !== undefined && by > now ? by : undefined;
}
type OwedAfter = Pick<Attempt, 'state' | 'offeredFor' | 'nextTryOn' | 'zone'>;

/** Over by itself is never said of a date: it is live until somebody says what came of it. */
export const isLive = ({ state }: Pick<Attempt, 'state'>): boolean => state === 'offered' || state === 'confirmed';

export interface OfferTimes {
  readonly offeredFor: Instant;
  readonly zone: string;
  readonly answerBy?: Instant | undefined;
  readonly nextTryOn?: CivilDate | undefined;
  readonly bedId?: string | undefined;
}

const fault = (pointer: string, code: string, en: string, fr: string): Fault => ({
  pointer,
  code,
  message: { en, fr },
});

const BED_WITHOUT_END = fault(
  '/answerBy',
  'needed_with_bed',
  'A bed is kept until an answer is due. Send `answerBy` with it.',
  'Un lit est gardé jusqu’à la réponse attendue. Envoyez `answerBy` avec lui.',
);

/** Parts of an offer that do not go together; its instants are compared with now by `offerIsPast`. */
export const offerFaults = ({ answerBy, bedId }: OfferTimes): readonly Fault[] =>
  bedId !== undefined && answerBy === undefined ? [BED_WITHOUT_END] : [];

/** What of a new offer lies behind: its date, or the time to answer. Nothing for what is written down afterwards. */
export const pastOf = ({ offeredFor, answerBy, nextTryOn, zone }: OfferTimes, now: Instant): string | undefined => {
  if (offeredFor <= now) return 'offeredFor';
  if (answerBy !== undefined && answerBy <= now) return 'answerBy';
  return isDayPast(nextTryOn, zone, now) ? 'nextTryOn' : undefined;
};

/** [OURS] Days before a referral was written in which somebody may have come already. What was longer ago is a slip of the pen. */
const CAME_BEFORE = 30;
export const isTooLongAgo = (at: Instant, { createdAt }: { readonly createdAt: Instant }): boolean =>
  at < plusMinutes(createdAt, -CAME_BEFORE * 24 * 60);

export const isDayPast = (day: CivilDate | null | undefined, zone: string, now: Instant): boolean =>
  day !== null && day !== undefined && day < civilDateAt(now, zone);
