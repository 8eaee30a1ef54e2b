import { plusMinutes } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { ErasureFacts, ErasureState } from './erasure.lifecycle.js';

export const ERASURE_REASONS = ['client_asked', 'retention_over', 'court_order', 'made_by_mistake'] as const;
/** Of somebody who called the line. No rule says how long a caller is kept. */
export const CALLER_ERASURE_REASONS = ['caller_asked', 'court_order', 'made_by_mistake'] as const;
export type CallerErasureReason = (typeof CALLER_ERASURE_REASONS)[number];
export type ErasureReason = (typeof ERASURE_REASONS)[number] | CallerErasureReason;

/** Who is erased: a client, or somebody who called the line. */
export interface Erased {
  readonly clientId: Id | null;
  readonly callerId: Id | null;
}

export interface Erasure extends Erased {
  readonly id: Id;
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
