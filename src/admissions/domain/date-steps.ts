import type { Problem } from '../../kernel/refusal.js';
import type { Party } from '../../referrals/domain/referral.codes.js';
import type { DateMove, ReferralFacts, ReferralState } from '../../referrals/domain/referral.lifecycle.js';
import { dateStands, forTheReceiver } from '../../referrals/domain/referral.problems.js';
import { stayAlready } from './admissions.problems.js';
import type { Outcome } from './attempt.codes.js';
import { FOLLOWS } from './attempt.rules.js';

/** What a date, or somebody who comes without one, does to a referral. */
export type DateStep = Exclude<DateMove, 'take_back_start'> | 'arrive' | 'owe_next_date';

export const hasStarted = (state: ReferralState): boolean => state === 'in_progress';

/** Whether a date that leads there is a step of the referral: not where it is already, as long as nothing has begun. */
export const isStep = (from: ReferralState, to: ReferralState): boolean => from !== to || hasStarted(from);

/** How a referral stands after a date, before the next one is offered with it. */
export const stateAfter = (state: ReferralState, outcome: Outcome): ReferralState =>
  hasStarted(state) ? state : FOLLOWS[outcome].to;

interface OnceStarted {
  readonly by: readonly Party[];
  /** It has to be the only date that stands. */
  readonly isAlone: boolean;
}

const byReceiver: readonly Party[] = ['receiver', 'outside'];
const byEither: readonly Party[] = ['sender', ...byReceiver];

/**
 * Counselling, or a group, has further dates after the first: the same people take the same steps, and the referral stays
 * in progress with each of them. Whoever stays somewhere is there, and is offered no date.
 */
const ONCE_STARTED: Readonly<Record<DateStep, OnceStarted>> = {
  offer_date: { by: byReceiver, isAlone: true },
  confirm_date: { by: byEither, isAlone: false },
  miss_date: { by: byEither, isAlone: false },
  owe_next_date: { by: byEither, isAlone: false },
  arrive: { by: byReceiver, isAlone: true },
};

type Facts = Pick<ReferralFacts, 'parties' | 'hasLiveDate' | 'hasOpenStay'>;

export function whyNotOnceStarted(step: DateStep, { parties, hasLiveDate, hasOpenStay }: Facts): Problem | undefined {
  const { by, isAlone } = ONCE_STARTED[step];
  if (!parties.some((party) => by.includes(party))) return forTheReceiver;
  if (hasOpenStay) return stayAlready;
  return isAlone && hasLiveDate ? dateStands : undefined;
}
