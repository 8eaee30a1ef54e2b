import { lifecycle } from '../../kernel/lifecycle.js';

export type ContactState = 'standing' | 'retracted';

export const CONTACT_STATE_MOVES = ['retract'] as const;
export type ContactMove = (typeof CONTACT_STATE_MOVES)[number];

/**
 * A contact happened; only whoever wrote it down can say that it is not this client's, or was never one. Then it stays in
 * the history, marked, and stands on no plan.
 */
export const contactLifecycle = lifecycle<ContactState, ContactMove, undefined>({
  initial: 'standing',
  final: ['retracted'],
  moves: { retract: { from: ['standing'], to: 'retracted' } },
});
