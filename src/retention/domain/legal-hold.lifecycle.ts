import { lifecycle } from '../../kernel/lifecycle.js';

export type LegalHoldState = 'in_force' | 'lifted';
export type LegalHoldVerb = 'lift';

export const legalHoldLifecycle = lifecycle<LegalHoldState, LegalHoldVerb, object>({
  initial: 'in_force',
  final: ['lifted'],
  moves: { lift: { from: ['in_force'], to: 'lifted' } },
});
