import { describe, expect, it } from '@jest/globals';
import { FINISH_REASONS, LEAVE_EARLY_REASONS, STOP_REASONS } from '../../referrals/domain/referral.codes.js';
import { referralLifecycle, type ReferralFacts } from '../../referrals/domain/referral.lifecycle.js';
import { standingOf } from './bed.js';
import { STAY_END_CODES } from './stay.codes.js';
import { ENDS, FOLLOW_UPS, isStayedAt, plannedEnd } from './stay.rules.js';

const NOW = '2026-11-23T16:00:00.000Z';
const FACTS: ReferralFacts = {
  ...{ parties: ['receiver'], isAgreed: true, receiverStands: true, isOfCaller: false },
  ...{ tries: { count: 0, channels: 0, days: 0 }, hasLiveDate: false, hasOpenStay: false, fromLedger: true },
};

describe('a stay', () => {
  it.each(STAY_END_CODES)('moves its referral when it ends, with a reason that belongs to the move: %s', (end) => {
    const { move, because } = ENDS[end];
    expect(referralLifecycle.decide(move, 'in_progress', FACTS).allowed).toBe(true);
    const reasons = { finish: FINISH_REASONS, stop: STOP_REASONS, leave_early: LEAVE_EARLY_REASONS } as const;
    expect(Object.keys(reasons[move])).toContain(because);
  });

  it('is planned by the length of its service, in days where it is', () => {
    expect(plannedEnd('2026-11-24T05:30:00.000Z', 'America/Edmonton', 90)).toBe('2027-02-21');
    expect(plannedEnd(NOW, 'America/Edmonton', null)).toBeNull();
  });

  it('begins where people sleep, and nowhere else', () => {
    expect(isStayedAt('residential_programme')).toBe(true);
    expect(isStayedAt('withdrawal_management')).toBe(true);
    expect(isStayedAt('counselling')).toBe(false);
  });

  it('is followed by a call within two days and a visit within seven, in both languages', () => {
    expect(FOLLOW_UPS.map(({ days }) => days)).toEqual([2, 7]);
    for (const { title } of FOLLOW_UPS) expect(title.en).not.toBe(title.fr);
  });
});

describe('a bed', () => {
  it('is free, promised, promised until before now, or in use', () => {
    expect(standingOf(undefined, NOW)).toBe('free');
    expect(standingOf({ heldUntil: '2026-11-23T16:00:00.001Z' }, NOW)).toBe('promised');
    expect(standingOf({ heldUntil: NOW }, NOW)).toBe('promise_over');
    expect(standingOf({ heldUntil: null }, NOW)).toBe('in_use');
  });
});
