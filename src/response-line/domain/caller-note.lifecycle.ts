import { lifecycle } from '../../kernel/lifecycle.js';

export type CallerNoteState = 'remembered' | 'let_go';

export const CALLER_NOTE_MOVES = ['let_go'] as const;
export type CallerNoteMove = (typeof CALLER_NOTE_MOVES)[number];

/** What is let go is forgotten: its words leave the database with the move, so nothing leads back. */
export const callerNoteLifecycle = lifecycle<CallerNoteState, CallerNoteMove, object>({
  initial: 'remembered',
  final: ['let_go'],
  moves: { let_go: { from: ['remembered'], to: 'let_go' } },
});
