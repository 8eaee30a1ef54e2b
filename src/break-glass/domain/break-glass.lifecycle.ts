import { lifecycle } from '../../kernel/lifecycle.js';
import type { MoveParts } from '../../kernel/move.js';
import type { Problem } from '../../kernel/refusal.js';
import { breakGlassIsOver, breakGlassStillOpen, ownBreakGlass } from './break-glass.problems.js';

export type BreakGlassState = 'open' | 'closed' | 'reviewed';

export const BREAK_GLASS_MOVES = ['close', 'review'] as const;
export type BreakGlassMove = (typeof BREAK_GLASS_MOVES)[number];

export const BREAK_GLASS_MOVE_PARTS = {
  outcome: { of: 'review', isNeeded: true },
  note: { of: 'review' },
} as const satisfies MoveParts<string, BreakGlassMove>;

export interface BreakGlassFacts {
  readonly isOver: boolean;
  /** Whoever moves it opened it, in whichever role. */
  readonly isOwn: boolean;
}

const whenOver = ({ isOver }: BreakGlassFacts): Problem | undefined => (isOver ? breakGlassIsOver : undefined);
const whileOpen = ({ isOver }: BreakGlassFacts): Problem | undefined => (isOver ? undefined : breakGlassStillOpen);
const byTheOpener = ({ isOwn }: BreakGlassFacts): Problem | undefined => (isOwn ? ownBreakGlass : undefined);

/** It ends after an hour by itself, without a move; and it is not done with before somebody else has looked at it. */
export const breakGlassLifecycle = lifecycle<BreakGlassState, BreakGlassMove, BreakGlassFacts>({
  initial: 'open',
  final: ['reviewed'],
  moves: {
    close: { from: ['open'], to: 'closed', unless: [whenOver] },
    review: { from: ['open', 'closed'], to: 'reviewed', unless: [byTheOpener, whileOpen] },
  },
});
