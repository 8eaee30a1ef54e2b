import { describe, expect, it } from '@jest/globals';
import {
  referralLifecycle,
  type ReferralFacts,
  type ReferralState,
} from '../../referrals/domain/referral.lifecycle.js';
import { OUTCOME_CODES } from './attempt.codes.js';
import { attemptLifecycle } from './attempt.lifecycle.js';
import { FOLLOWS, isLapsed, isTooEarly, offerFaults, owedBy, pastOf } from './attempt.rules.js';

const NOW = '2026-11-23T16:00:00.000Z';
const OFFER = { offeredFor: '2026-11-30T16:00:00.000Z', zone: 'America/Edmonton' };
const FACTS: ReferralFacts = {
  ...{ parties: ['sender', 'receiver'], isAgreed: true, receiverStands: true, isOfCaller: false },
  ...{ tries: { count: 0, channels: 0, days: 0 }, hasLiveDate: false, hasOpenStay: false, fromLedger: true },
};
/** In which a referral is while dates are offered. */
const WAITING: readonly ReferralState[] = [
  ...(['accepted', 'waitlisted', 'date_offered', 'date_confirmed'] as const),
  ...(['preadmission_pending', 'date_not_attended', 'next_date_owed'] as const),
];

describe('what follows from a date', () => {
  it.each(OUTCOME_CODES)('is open to the referral wherever it waits, and ends it never: %s', (outcome) => {
    const { move, to } = FOLLOWS[outcome];
    for (const state of WAITING.filter((each) => each !== to))
      expect(referralLifecycle.decide(move, state, FACTS)).toEqual({ allowed: true, next: to });
    expect(['in_progress', 'date_not_attended', 'next_date_owed']).toContain(to);
  });

  it('is another date, however many there were', () => {
    for (const state of WAITING)
      expect(referralLifecycle.decide('offer_date', state, FACTS)).toEqual({ allowed: true, next: 'date_offered' });
  });

  it('is an offer to reach out where she could not come, and none where she chose', () => {
    const reaching = OUTCOME_CODES.filter((outcome) => FOLLOWS[outcome].outreach);
    expect(reaching).toEqual(
      expect.arrayContaining([
        'did_not_attend',
        'transport',
        'childcare',
        'hospitalised',
        'in_custody',
        'unsafe_for_client',
      ]),
    );
    expect(reaching).not.toContain('attended');
    expect(reaching).not.toContain('client_rescheduled');
  });
});

describe('a date', () => {
  it('lies ahead, and so does its answer', () => {
    expect(pastOf(OFFER, NOW)).toBeUndefined();
    expect(pastOf({ ...OFFER, offeredFor: NOW }, NOW)).toBe('offeredFor');
    expect(pastOf({ ...OFFER, answerBy: '2026-11-23T15:59:59.999Z' }, NOW)).toBe('answerBy');
  });

  it('is owed an outcome when its day is over where it is, and a next one by the day that was named', () => {
    const confirmed = { ...OFFER, state: 'confirmed', nextTryOn: null } as const;
    expect(owedBy(confirmed, NOW)).toBe('2026-12-01T06:00:00.000Z');
    expect(owedBy(confirmed, '2026-12-01T06:00:00.000Z')).toBeUndefined();
    const ended = { ...confirmed, state: 'ended' } as const;
    expect(owedBy(ended, NOW)).toBeUndefined();
    expect(owedBy({ ...ended, nextTryOn: '2026-12-08' }, NOW)).toBe('2026-12-09T06:00:00.000Z');
  });

  it('keeps a bed only until an answer is due', () => {
    expect(offerFaults({ ...OFFER, bedId: 'b' }).map(({ pointer }) => pointer)).toEqual(['/answerBy']);
    expect(offerFaults({ ...OFFER, bedId: 'b', answerBy: NOW })).toEqual([]);
  });

  it('is lapsed by time alone, and only while nobody answered', () => {
    const offered = { state: 'offered', answerBy: NOW } as const;
    expect(isLapsed(offered, NOW)).toBe(true);
    expect(isLapsed(offered, '2026-11-23T15:59:59.999Z')).toBe(false);
    expect(isLapsed({ ...offered, answerBy: null }, NOW)).toBe(false);
    expect(isLapsed({ ...offered, state: 'confirmed' }, NOW)).toBe(false);
    expect(attemptLifecycle.decide('confirm', 'offered', { isTooEarly: false, hasStay: false }).allowed).toBe(true);
  });

  it('is told by its own day whether somebody was there, by the clock where it is', () => {
    const late = { offeredFor: '2026-11-24T02:00:00.000Z', zone: 'America/Edmonton' };
    expect(isTooEarly('did_not_attend', late, NOW)).toBe(false);
    expect(isTooEarly('did_not_attend', OFFER, NOW)).toBe(true);
    expect(isTooEarly('attended', OFFER, NOW)).toBe(true);
    expect(isTooEarly('client_rescheduled', OFFER, NOW)).toBe(false);
  });
});
