import { describe, expect, it } from '@jest/globals';
import { ROLE_CEILINGS } from '../../../access/policy.js';
import { stepLifecycle } from '../../../goals/domain/goal-step.lifecycle.js';
import { goalLifecycle } from '../../../goals/domain/goal.lifecycle.js';
import { DOMAINS } from '../../../needs/domain/need.domains.js';
import { needLifecycle } from '../../../needs/domain/need.lifecycle.js';
import { isLabelled } from './labels.js';

describe('the words on the printed plan', () => {
  it('stand for every code that can come up there, so that none is shown bare', () => {
    const states = [goalLifecycle, needLifecycle, stepLifecycle].flatMap((table) => table.states);
    const shown = states.filter((state) => state !== 'retracted');
    const codes = [...shown, ...DOMAINS, ...Object.keys(ROLE_CEILINGS)];
    expect(codes.filter((code) => !isLabelled(code))).toEqual([]);
  });
});
