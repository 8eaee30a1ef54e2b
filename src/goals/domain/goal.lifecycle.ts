import { lifecycle } from '../../kernel/lifecycle.js';
import type { MoveParts } from '../../kernel/move.js';
import type { Problem } from '../../kernel/refusal.js';
import { successorMissing, successorNotHers } from './goals.problems.js';

export type GoalState = 'named' | 'working_on' | 'reached' | 'set_aside' | 'changed' | 'retracted';

export const GOAL_MOVES = ['begin', 'reach', 'set_aside', 'take_up_again', 'become', 'retract'] as const;
export type GoalMove = (typeof GOAL_MOVES)[number];

/** A goal that becomes another one without saying which is told so by the rule. */
export const GOAL_MOVE_PARTS = { becomes: { of: 'become' } } as const satisfies MoveParts<string, GoalMove>;

export interface GoalFacts {
  /** The goal that it became: another one of hers that stands, something else, or none named. */
  readonly successor: 'standing' | 'elsewhere' | 'none';
}

const withoutSuccessor = ({ successor }: GoalFacts): Problem | undefined =>
  successor === 'none' ? successorMissing : undefined;
const successorElsewhere = ({ successor }: GoalFacts): Problem | undefined =>
  successor === 'elsewhere' ? successorNotHers : undefined;

/**
 * She says when something is reached, set aside or another goal by now, and may come back to it whenever she likes.
 * Nothing here happens by time. `retract` is for what was written down by mistake.
 */
export const goalLifecycle = lifecycle<GoalState, GoalMove, GoalFacts>({
  initial: 'named',
  final: ['changed', 'retracted'],
  moves: {
    begin: { from: ['named'], to: 'working_on' },
    reach: { from: ['named', 'working_on'], to: 'reached' },
    set_aside: { from: ['named', 'working_on'], to: 'set_aside' },
    take_up_again: { from: ['reached', 'set_aside'], to: 'working_on' },
    become: {
      from: ['named', 'working_on', 'set_aside'],
      to: 'changed',
      unless: [withoutSuccessor, successorElsewhere],
    },
    retract: { from: ['named', 'working_on', 'reached', 'set_aside'], to: 'retracted' },
  },
});
