import { lifecycle } from '../../kernel/lifecycle.js';
import type { MoveParts } from '../../kernel/move.js';
import type { LinkState } from './record-link.js';

export const LINK_MOVES = ['part'] as const;
export type LinkMove = (typeof LINK_MOVES)[number];

export const LINK_MOVE_PARTS = { because: { of: 'part', isNeeded: true } } as const satisfies MoveParts<
  string,
  LinkMove
>;

/** Records that were parted are joined again by a new link: what was thought once stays as it was. */
export const recordLinkLifecycle = lifecycle<LinkState, LinkMove, object>({
  initial: 'joined',
  final: ['parted'],
  moves: { part: { from: ['joined'], to: 'parted' } },
});
