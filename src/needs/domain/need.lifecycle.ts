import { lifecycle } from '../../kernel/lifecycle.js';
import type { MoveParts } from '../../kernel/move.js';
import type { Problem } from '../../kernel/refusal.js';
import { confirmationMissing, notWantedNow } from './needs.problems.js';

export type NeedState = 'found' | 'working_on' | 'met' | 'confirmed' | 'set_aside' | 'retracted';

export const NEED_MOVES = ['begin', 'meet', 'confirm', 'set_aside', 'reopen', 'retract'] as const;
export type NeedMove = (typeof NEED_MOVES)[number];

export const WANTS_HELP = ['yes', 'not_now', 'unknown'] as const;
export type WantsHelp = (typeof WANTS_HELP)[number];

/** Who says that it is met: she does, a document shows it, or whoever works on it knows. */
export const CONFIRMED_BY = ['client', 'document', 'worker'] as const;
export type ConfirmedBy = (typeof CONFIRMED_BY)[number];

/** A confirmation that lacks who says so is told so by the rule. */
export const NEED_MOVE_PARTS = { confirmedBy: { of: 'confirm' } } as const satisfies MoveParts<string, NeedMove>;

export interface NeedMoveFacts {
  readonly wantsHelp: WantsHelp;
  readonly isConfirmed: boolean;
}

const whenNotWanted = ({ wantsHelp }: NeedMoveFacts): Problem | undefined =>
  wantsHelp === 'not_now' ? notWantedNow : undefined;
const unconfirmed = ({ isConfirmed }: NeedMoveFacts): Problem | undefined =>
  isConfirmed ? undefined : confirmationMissing;

/**
 * From found to confirmed. It is hers: nobody begins what she does not want now, she may set it aside, and it can come
 * back. Nothing here happens by time. `retract` is for what was written down by mistake.
 */
export const needLifecycle = lifecycle<NeedState, NeedMove, NeedMoveFacts>({
  initial: 'found',
  final: ['retracted'],
  moves: {
    begin: { from: ['found'], to: 'working_on', unless: [whenNotWanted] },
    meet: { from: ['found', 'working_on'], to: 'met' },
    confirm: { from: ['found', 'working_on', 'met'], to: 'confirmed', unless: [unconfirmed] },
    set_aside: { from: ['found', 'working_on'], to: 'set_aside' },
    reopen: { from: ['met', 'confirmed', 'set_aside'], to: 'found' },
    retract: { from: ['found', 'working_on', 'met', 'confirmed', 'set_aside'], to: 'retracted' },
  },
});
