import { lifecycle } from '../../kernel/lifecycle.js';
import type { LinkState } from '../../kernel/one-time-link.js';

/** `open` is her code's, `run_out` is time's; the care team has `take_back`. */
export type HandLinkVerb = 'open' | 'take_back' | 'run_out';
export const TEAM_MOVES = ['take_back'] as const;
export type TeamMove = (typeof TEAM_MOVES)[number];

export const handLinkLifecycle = lifecycle<LinkState, HandLinkVerb, object>({
  initial: 'waiting',
  final: ['taken_back', 'over'],
  moves: {
    open: { from: ['waiting'], to: 'opened' },
    take_back: { from: ['waiting', 'opened'], to: 'taken_back' },
    run_out: { from: ['waiting', 'opened'], to: 'over' },
  },
});

export const teamMoves = (state: LinkState): readonly TeamMove[] =>
  TEAM_MOVES.filter((move) => handLinkLifecycle.openMoves(state, {}).includes(move));
