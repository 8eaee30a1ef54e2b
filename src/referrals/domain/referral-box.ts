import type { Id } from '../../kernel/ids.js';
import type { OwedBy, Urgency } from './referral.codes.js';
import type { ReferralState } from './referral.lifecycle.js';

/** What one's own house sent, or was asked for. */
export const BOXES = ['sent', 'received'] as const;
export type Box = (typeof BOXES)[number];

export interface BoxFilter {
  readonly box: Box;
  readonly state?: ReferralState;
  readonly owes?: OwedBy;
  /** Only what somebody is late with. */
  readonly overdue?: true;
  readonly urgency?: Urgency;
  readonly serviceId?: Id;
}

/** How many there are of what goes on, or whose outcome somebody has still to be told of. */
export interface BoxCount {
  readonly state: ReferralState;
  readonly owes: OwedBy;
  readonly count: number;
  readonly overdue: number;
}

/** Who owes in a box comes first there: one's own next steps, then the other side's. */
export const OWING_FIRST: Readonly<Record<Box, readonly ['sender' | 'receiver', 'sender' | 'receiver']>> = {
  sent: ['sender', 'receiver'],
  received: ['receiver', 'sender'],
};
