import { lifecycle } from '../../kernel/lifecycle.js';

export type RetentionApprovalState = 'approved' | 'set_aside';
export type RetentionApprovalVerb = 'approve' | 'set_aside';

/** Before its first approval a rule does nothing. To approve again takes over what the rule says by then. */
export const retentionApprovalLifecycle = lifecycle<RetentionApprovalState, RetentionApprovalVerb, object>({
  initial: 'approved',
  final: [],
  moves: {
    approve: { from: ['approved', 'set_aside'], to: 'approved' },
    set_aside: { from: ['approved'], to: 'set_aside' },
  },
});
