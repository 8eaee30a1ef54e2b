import { plusMinutes } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { ErasureFacts, ErasureState } from './erasure.lifecycle.js';

export const ERASURE_REASONS = ['client_asked', 'retention_over', 'court_order', 'made_by_mistake'] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];

export interface Erasure {
  readonly id: Id;
  readonly clientId: Id;
  readonly organisationId: Id;
  readonly state: ErasureState;
  readonly because: ErasureReason;
  readonly requestedAt: string;
  readonly requestedBy: Id;
  readonly requestedByPerson: Id;
  readonly notBefore: string;
  readonly decidedAt: string | null;
  readonly decidedBy: Id | null;
  readonly decidedByPerson: Id | null;
  readonly version: number;
  /** A legal hold over the record is in force. */
  readonly isHeld: boolean;
}

/** Minutes: three days in which somebody may think of a hold, and the client of something else. */
const WAITING = 72 * 60;

export const notBefore = (requestedAt: string): string => plusMinutes(requestedAt, WAITING);

interface Asking {
  readonly personId: Id;
  readonly role: string;
  readonly now: string;
}

export const erasureFacts = (erasure: Erasure, { personId, role, now }: Asking): ErasureFacts => ({
  isOwn: erasure.requestedByPerson === personId,
  mayDecide: role === 'privacy_officer',
  isHeld: erasure.isHeld,
  waits: erasure.notBefore > now,
});
