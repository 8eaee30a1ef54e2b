import { describe, expect, it } from '@jest/globals';
import { unsoundness } from '../../kernel/lifecycle.js';
import { stepLifecycle } from './goal-step.lifecycle.js';
import { goalLifecycle, type GoalState } from './goal.lifecycle.js';

const facts = { successor: 'standing' } as const;

describe('goals', () => {
  it('stand on sound tables', () => {
    expect(unsoundness(goalLifecycle)).toEqual([]);
    expect(unsoundness(stepLifecycle)).toEqual([]);
  });

  it.each<GoalState>(['reached', 'set_aside'])('can be taken up again when %s', (state) => {
    expect(goalLifecycle.decide('take_up_again', state, facts)).toEqual({ allowed: true, next: 'working_on' });
  });

  it('become another goal only when that one stands and is hers', () => {
    const because = (successor: 'none' | 'elsewhere') => goalLifecycle.decide('become', 'named', { successor });
    expect(because('none')).toMatchObject({ allowed: false, because: { code: 'goal_successor_missing' } });
    expect(because('elsewhere')).toMatchObject({ allowed: false, because: { code: 'goal_successor_not_hers' } });
    expect(goalLifecycle.decide('become', 'named', facts)).toEqual({ allowed: true, next: 'changed' });
  });

  it('are reached without having been worked on, when she says so', () => {
    expect(goalLifecycle.decide('reach', 'named', facts)).toEqual({ allowed: true, next: 'reached' });
  });

  it('stay as they are once they were written down by mistake', () => {
    expect(goalLifecycle.openMoves('retracted', facts)).toEqual([]);
  });
});
