import { lifecycle } from '../../kernel/lifecycle.js';
import type { MoveParts } from '../../kernel/move.js';

export type StayState = 'inside' | 'on_leave' | 'ended' | 'retracted';

export const STAY_MOVES = ['leave', 'return', 'end', 'retract'] as const;
export type StayMove = (typeof STAY_MOVES)[number];

export const STAY_MOVE_PARTS = {
  leave: { of: 'leave', isNeeded: true },
  end: { of: 'end', isNeeded: true },
} as const satisfies MoveParts<string, StayMove>;

/** Nobody is out by time: whoever is away longer than expected is away until somebody says more. */
export const stayLifecycle = lifecycle<StayState, StayMove, object>({
  initial: 'inside',
  final: ['ended', 'retracted'],
  moves: {
    leave: { from: ['inside'], to: 'on_leave' },
    return: { from: ['on_leave'], to: 'inside' },
    end: { from: ['inside', 'on_leave'], to: 'ended' },
    retract: { from: ['inside', 'on_leave'], to: 'retracted' },
  },
});
