import type { Id } from '../../kernel/ids.js';
import { lifecycle } from '../../kernel/lifecycle.js';

/** What stands about a client until it is ended: a name, a channel, a supporter. Ended ones stay as history. */
export interface Particular {
  readonly id: Id;
  readonly clientId: Id;
  readonly createdAt: string;
  readonly createdBy: Id;
  readonly endedAt: string | null;
  readonly version: number;
}

export type Standing = 'standing' | 'ended';

export const particularLifecycle = lifecycle<Standing, 'end', object>({
  initial: 'standing',
  final: ['ended'],
  moves: { end: { from: ['standing'], to: 'ended' } },
});

export const standingOf = ({ endedAt }: Pick<Particular, 'endedAt'>): Standing =>
  endedAt === null ? 'standing' : 'ended';
