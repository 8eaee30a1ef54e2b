import { describe, expect, it } from '@jest/globals';
import { referralLifecycle, type ReferralFacts } from '../../referrals/domain/referral.lifecycle.js';
import { OUTCOME_CODES } from './attempt.codes.js';
import { FOLLOWS } from './attempt.rules.js';
import { stateAfter, whyNotOnceStarted, type DateStep } from './date-steps.js';

const STEPS: readonly DateStep[] = ['offer_date', 'confirm_date', 'miss_date', 'owe_next_date', 'arrive'];
const OF_RECEIVER: readonly DateStep[] = ['offer_date', 'arrive'];
const FACTS = { parties: ['receiver'], hasLiveDate: false, hasOpenStay: false } as const;

describe('a date of a service that has begun', () => {
  it.each(STEPS)('is taken by the same sides as before: %s', (step) => {
    const asSender = whyNotOnceStarted(step, { ...FACTS, parties: ['sender'] })?.code;
    expect(asSender).toBe(OF_RECEIVER.includes(step) ? 'for_the_receiver' : undefined);
    expect(whyNotOnceStarted(step, FACTS)).toBeUndefined();
    expect(whyNotOnceStarted(step, { ...FACTS, parties: ['sender', 'outside'] })).toBeUndefined();
    expect(whyNotOnceStarted(step, { ...FACTS, parties: [] })?.code).toBe('for_the_receiver');
  });

  it.each(STEPS)('is none for whoever stays there, and one at a time for everybody else: %s', (step) => {
    expect(whyNotOnceStarted(step, { ...FACTS, hasOpenStay: true })?.code).toBe('stay_already');
    const beside = whyNotOnceStarted(step, { ...FACTS, hasLiveDate: true })?.code;
    expect(beside).toBe(OF_RECEIVER.includes(step) ? 'date_stands' : undefined);
  });

  it.each(OUTCOME_CODES)('leaves the referral in progress, whatever came of it: %s', (outcome) => {
    expect(stateAfter('in_progress', outcome)).toBe('in_progress');
    expect(stateAfter('date_offered', outcome)).toBe(FOLLOWS[outcome].to);
  });

  it.each(['finish', 'leave_early'] as const)('stands in the way of its end: %s', (move) => {
    const facts: ReferralFacts = {
      ...{ ...FACTS, isAgreed: true, receiverStands: true, isOfCaller: false, fromLedger: true },
      tries: { count: 0, channels: 0, days: 0 },
    };
    expect(referralLifecycle.decide(move, 'in_progress', facts).allowed).toBe(true);
    expect(referralLifecycle.decide(move, 'in_progress', { ...facts, hasLiveDate: true }).allowed).toBe(false);
  });
});
