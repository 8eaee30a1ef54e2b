import { lifecycle } from '../../kernel/lifecycle.js';

export type StepState = 'open' | 'done' | 'dropped';

export const STEP_MOVES = ['finish', 'drop', 'reopen'] as const;
export type StepMove = (typeof STEP_MOVES)[number];

/** Done late is done; a day that has passed changes nothing. */
export const stepLifecycle = lifecycle<StepState, StepMove, undefined>({
  initial: 'open',
  final: [],
  moves: {
    finish: { from: ['open'], to: 'done' },
    drop: { from: ['open'], to: 'dropped' },
    reopen: { from: ['done', 'dropped'], to: 'open' },
  },
});
