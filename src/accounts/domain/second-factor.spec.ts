import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../../access/policy.js';
import { isCodeOfMoment, judgeSteps, mustHaveSecondFactor, plainRecoveryCode } from './second-factor.js';

describe('a second factor', () => {
  it('is asked of whoever can read client data, and of whoever says who can', () => {
    expect(ROLES.filter(mustHaveSecondFactor)).toEqual(
      expect.arrayContaining(['peer_navigator', 'counsellor', 'physician', 'coordinator']),
    );
    expect([mustHaveSecondFactor('privacy_officer'), mustHaveSecondFactor('administrator')]).toEqual([true, true]);
    expect(mustHaveSecondFactor('line_operator')).toBe(false);
  });

  it.each([
    ['never shown', [7], null, { verdict: 'good', step: 7 }],
    ['later than the last', [7], 6, { verdict: 'good', step: 7 }],
    ['the last again', [7], 7, { verdict: 'used' }],
    ['earlier than the last', [6], 7, { verdict: 'used' }],
    ['of two steps at once, one of them used', [6, 8], 7, { verdict: 'good', step: 8 }],
    ['none of now', [], 7, { verdict: 'wrong' }],
  ])('judges a code that is %s', (_, steps, last, verdict) => {
    expect(judgeSteps(steps, last)).toEqual(verdict);
  });

  it('tells its two kinds of codes apart, and reads the second however it was typed', () => {
    expect(['123456', '12345', '1234567', 'abcd-efgh-jkmn'].map(isCodeOfMoment)).toEqual([true, false, false, false]);
    expect(plainRecoveryCode(' ABCD efgh–jkmn ')).toBe('abcdefghjkmn');
  });
});
