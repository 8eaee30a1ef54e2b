import { lifecycle } from '../../kernel/lifecycle.js';

export type CallerLinkState = 'linked' | 'unlinked';

export const CALLER_LINK_MOVES = ['unlink'] as const;
export type CallerLinkMove = (typeof CALLER_LINK_MOVES)[number];

/** What was taken apart is linked again by a new link, with a new word of hers. */
export const callerLinkLifecycle = lifecycle<CallerLinkState, CallerLinkMove, object>({
  initial: 'linked',
  final: ['unlinked'],
  moves: { unlink: { from: ['linked'], to: 'unlinked' } },
});
