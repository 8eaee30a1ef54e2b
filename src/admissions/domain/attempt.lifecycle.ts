import { lifecycle } from '../../kernel/lifecycle.js';
import type { MoveParts } from '../../kernel/move.js';
import type { Problem } from '../../kernel/refusal.js';
import { notYetThatDay, stayStands } from './admissions.problems.js';

export type AttemptState = 'offered' | 'confirmed' | 'ended' | 'retracted';

export const ATTEMPT_MOVES = ['confirm', 'end', 'retract'] as const;
export type AttemptMove = (typeof ATTEMPT_MOVES)[number];

export const ATTEMPT_MOVE_PARTS = {
  channel: { of: 'confirm', isNeeded: true },
  outcome: { of: 'end', isNeeded: true },
  inTheWay: { of: 'end' },
  wouldHelp: { of: 'end' },
  nextTryOn: { of: 'end' },
  next: { of: 'end' },
  stayId: { of: 'end' },
} as const satisfies MoveParts<string, AttemptMove>;

export interface AttemptFacts {
  /** Somebody says what only that day can tell, before that day has begun there. */
  readonly isTooEarly: boolean;
  /** Whether a stay that it led to is not over. */
  readonly hasStay: boolean;
}

const beforeThatDay = ({ isTooEarly }: AttemptFacts): Problem | undefined => (isTooEarly ? notYetThatDay : undefined);
const whileInside = ({ hasStay }: AttemptFacts): Problem | undefined => (hasStay ? stayStands : undefined);

/**
 * Nothing here happens by time: an offer that nobody answered is shown as lapsed and stays as it is until somebody says
 * what came of it, or gives its bed to another. `retract` is for what was written down by mistake.
 */
export const attemptLifecycle = lifecycle<AttemptState, AttemptMove, AttemptFacts>({
  initial: 'offered',
  final: ['retracted'],
  moves: {
    confirm: { from: ['offered'], to: 'confirmed' },
    end: { from: ['offered', 'confirmed'], to: 'ended', unless: [beforeThatDay] },
    retract: { from: ['offered', 'confirmed', 'ended'], to: 'retracted', unless: [whileInside] },
  },
});
