import { reachOf } from '../../access/policy.js';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Sentence } from '../../kernel/refusal.js';
import { STAY_ENDS } from '../domain/stay.codes.js';
import type { ShownStay } from '../domain/stay.js';
import { stayLifecycle, type StayMove } from '../domain/stay.lifecycle.js';

export interface StayView extends ShownStay {
  /** Why it ended, in words for whom it is about. */
  readonly becauseSaid: Sentence | null;
  readonly openMoves: readonly StayMove[];
}

export const stayView = ({ actor }: Tx, stay: ShownStay): StayView => ({
  ...stay,
  becauseSaid: stay.because && STAY_ENDS[stay.because],
  openMoves: reachOf(actor.role, 'stay:write') === 'none' ? [] : stayLifecycle.openMoves(stay.state, {}),
});
