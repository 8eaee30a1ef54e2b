import { DATA_CLASSES } from '../../access/policy.js';
import type { Id } from '../../kernel/ids.js';
import type { Erasure } from './erasure.js';
import type { LegalHold } from './legal-hold.js';

/** Ids and codes. What is erased concerns every class there is. */
export const retentionEvents = {
  erasureRequested: ({ clientId, id, because, notBefore }: Erasure) => ({
    event: 'erasure.requested',
    clientId,
    classes: DATA_CLASSES,
    facts: { id, because, notBefore },
  }),
  erased: ({ clientId, id, requestedBy }: Erasure) => ({
    event: 'erasure.carried_out',
    clientId,
    classes: DATA_CLASSES,
    facts: { id, requestedBy },
  }),
  erasureDeclined: ({ clientId, id }: Erasure) => ({ event: 'erasure.declined', clientId, facts: { id } }),
  erasureWithdrawn: ({ clientId, id }: Erasure) => ({ event: 'erasure.withdrawn', clientId, facts: { id } }),
  erasureRead: ({ clientId, id }: Erasure) => ({ event: 'erasure.read', clientId, facts: { id } }),
  holdPlaced: ({ clientId, id, because }: LegalHold) => ({
    event: 'legal_hold.placed',
    clientId,
    facts: { id, because },
  }),
  holdLifted: ({ clientId, id, liftedBecause }: LegalHold) => ({
    event: 'legal_hold.lifted',
    clientId,
    facts: { id, because: liftedBecause },
  }),
  holdRead: ({ clientId, id }: LegalHold) => ({ event: 'legal_hold.read', clientId, facts: { id } }),
  dueRead: (clientId: Id, rule: string) => ({ event: 'retention.due_read', clientId, facts: { rule } }),
  ruleApproved: (rule: string, version: number) => ({ event: 'retention.rule_approved', facts: { rule, version } }),
  ruleSetAside: (rule: string, version: number) => ({ event: 'retention.rule_set_aside', facts: { rule, version } }),
} as const;
