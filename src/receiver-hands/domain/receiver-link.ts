import type { CodeTold, HandLanguage } from '../../client-hands/domain/hand-link.js';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { OneTimeLink } from '../../kernel/one-time-link.js';

/** A one-time link by which a receiver without an account reads and answers one referral. */
export interface ReceiverLink extends OneTimeLink {
  readonly id: Id;
  readonly referralId: Id;
  /** Of a client, or of somebody who called the line: as the referral is. */
  readonly clientId: Id | null;
  readonly callerId: Id | null;
  readonly codeTold: CodeTold;
  readonly language: HandLanguage;
  readonly createdAt: Instant;
  readonly createdBy: Id;
  readonly version: number;
}

export interface ReceiverLinkWords {
  /** Where the sender may be called back. */
  readonly senderPhone: string;
}
