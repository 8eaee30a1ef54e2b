import { lifecycle, type Rule } from '../../kernel/lifecycle.js';
import { erasureWaits, holdStands, notTheirs, secondPerson, takesOfficer } from './retention.problems.js';

export type ErasureState = 'requested' | 'erased' | 'declined' | 'withdrawn';

export const ERASURE_MOVES = ['approve', 'decline', 'withdraw'] as const;
export type ErasureVerb = (typeof ERASURE_MOVES)[number];

export interface ErasureFacts {
  /** Whoever asks now is who requested it, in whatever role. */
  readonly isOwn: boolean;
  readonly mayDecide: boolean;
  readonly isHeld: boolean;
  readonly waits: boolean;
}

const officer: Rule<ErasureFacts> = ({ mayDecide }) => (mayDecide ? undefined : takesOfficer);
const another: Rule<ErasureFacts> = ({ isOwn }) => (isOwn ? secondPerson : undefined);
const free: Rule<ErasureFacts> = ({ isHeld }) => (isHeld ? holdStands : undefined);
const waited: Rule<ErasureFacts> = ({ waits }) => (waits ? erasureWaits : undefined);
const own: Rule<ErasureFacts> = ({ isOwn }) => (isOwn ? undefined : notTheirs);

/** Two people, three days, no hold. Nothing here happens by time: a request stands until somebody decides. */
export const erasureLifecycle = lifecycle<ErasureState, ErasureVerb, ErasureFacts>({
  initial: 'requested',
  final: ['erased', 'declined', 'withdrawn'],
  moves: {
    approve: { from: ['requested'], to: 'erased', unless: [officer, another, free, waited] },
    decline: { from: ['requested'], to: 'declined', unless: [officer, another] },
    withdraw: { from: ['requested'], to: 'withdrawn', unless: [own] },
  },
});
