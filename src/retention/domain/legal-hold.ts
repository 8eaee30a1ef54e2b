import type { Id } from '../../kernel/ids.js';
import type { LegalHoldState } from './legal-hold.lifecycle.js';

export const HOLD_REASONS = [
  'court_order',
  'legal_dispute',
  'investigation',
  'complaint',
  'access_request',
  'other',
] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

export const LIFT_REASONS = [
  'order_ended',
  'dispute_settled',
  'investigation_closed',
  'request_answered',
  'placed_by_mistake',
  'other',
] as const;
export type LiftReason = (typeof LIFT_REASONS)[number];

/** While it is in force, the record is neither erased nor listed for it. */
export interface LegalHold {
  readonly id: Id;
  readonly clientId: Id;
  readonly organisationId: Id;
  readonly state: LegalHoldState;
  readonly because: HoldReason;
  readonly placedAt: string;
  readonly placedBy: Id;
  readonly liftedBecause: LiftReason | null;
  readonly liftedAt: string | null;
  readonly liftedBy: Id | null;
  readonly version: number;
}
