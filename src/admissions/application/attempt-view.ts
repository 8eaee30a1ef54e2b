import { reachOf } from '../../access/policy.js';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Sentence } from '../../kernel/refusal.js';
import { OUTCOMES } from '../domain/attempt.codes.js';
import type { ShownAttempt } from '../domain/attempt.js';
import { attemptLifecycle, type AttemptMove } from '../domain/attempt.lifecycle.js';
import { isLapsed } from '../domain/attempt.rules.js';

export interface AttemptView extends ShownAttempt {
  readonly isLapsed: boolean;
  /** What came of it, in words for whom it is about. */
  readonly outcomeSaid: Sentence | null;
  readonly openMoves: readonly AttemptMove[];
}

/** What only its day can tell, and whether a stay stands against it, is judged when the move is made. */
export const attemptView = ({ actor, now }: Tx, attempt: ShownAttempt): AttemptView => ({
  ...attempt,
  isLapsed: isLapsed(attempt, now),
  outcomeSaid: attempt.outcome && OUTCOMES[attempt.outcome],
  openMoves:
    reachOf(actor.role, 'attempt:write') === 'none'
      ? []
      : attemptLifecycle.openMoves(attempt.state, { isTooEarly: false, hasStay: false }),
});
