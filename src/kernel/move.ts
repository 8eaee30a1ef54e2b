import type { Lifecycle } from './lifecycle.js';
import { problem, Refusal } from './refusal.js';

const moveNotOpen = problem('move_not_open', 'conflict', {
  en: { title: 'Not from here', detail: '{move} is not open in the state {state}. Open now: {openMoves}.' },
  fr: {
    title: 'Pas à partir d’ici',
    detail: '{move} n’est pas ouvert dans l’état {state}. Ouvert maintenant : {openMoves}.',
  },
});

/**
 * The state after the move.
 *
 * @throws Refusal (409) with the rule's own reason or `move_not_open`; both name the state and the moves that are open
 */
export function nextState<State extends string, Verb extends string, Facts>(
  table: Lifecycle<State, Verb, Facts>,
  move: Verb,
  state: State,
  facts: Facts,
): State {
  const verdict = table.decide(move, state, facts);
  if (verdict.allowed) return verdict.next;
  const because = verdict.because === 'not-from-this-state' ? moveNotOpen : verdict.because;
  throw new Refusal(because, { move, state, openMoves: table.openMoves(state, facts) });
}
