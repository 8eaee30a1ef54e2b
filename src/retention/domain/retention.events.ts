import { DATA_CLASSES } from '../../access/policy.js';
import type { Id } from '../../kernel/ids.js';
import type { Erasure } from './erasure.js';
import type { LegalHold } from './legal-hold.js';

const ALL = { classes: DATA_CLASSES };

/** What is erased concerns every class there is. About a caller no row names a client. */
const about = (
  { clientId, callerId, id }: Erasure,
  names: { readonly ofClient: string; readonly ofCaller: string },
  facts: Readonly<Record<string, string>> = {},
) =>
  clientId === null
    ? { event: names.ofCaller, facts: { id, caller: callerId, ...facts } }
    : { event: names.ofClient, clientId, facts: { id, ...facts } };

/** Ids and codes. */
export const retentionEvents = {
  erasureRequested: (erasure: Erasure) => ({
    ...about(
      erasure,
      { ofClient: 'erasure.requested', ofCaller: 'caller_erasure.requested' },
      { because: erasure.because, notBefore: erasure.notBefore },
    ),
    ...(erasure.clientId !== null && ALL),
  }),
  erased: (erasure: Erasure) => ({
    ...about(
      erasure,
      { ofClient: 'erasure.carried_out', ofCaller: 'caller_erasure.carried_out' },
      { requestedBy: erasure.requestedBy },
    ),
    ...(erasure.clientId !== null && ALL),
  }),
  erasureDeclined: (erasure: Erasure) =>
    about(erasure, { ofClient: 'erasure.declined', ofCaller: 'caller_erasure.declined' }),
  erasureWithdrawn: (erasure: Erasure) =>
    about(erasure, { ofClient: 'erasure.withdrawn', ofCaller: 'caller_erasure.withdrawn' }),
  erasureRead: (erasure: Erasure) => about(erasure, { ofClient: 'erasure.read', ofCaller: 'caller_erasure.read' }),
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
