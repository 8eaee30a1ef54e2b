import type { Id } from '../../kernel/ids.js';
import type { HowGiven } from '../../consents/domain/consent.js';
import type { CallerLinkState } from './caller-link.lifecycle.js';
import type { AskedFor, Urgency } from './referral.codes.js';
import type { ReferralState } from './referral.lifecycle.js';

/** What somebody who called the line may take along: what was to be remembered, and where else the line asked. */
export const CALLER_LINK_PARTS = ['remembered', 'referrals'] as const;
export type CallerLinkPart = (typeof CALLER_LINK_PARTS)[number];

/** A client says: that was I who called, and this much of it may be read here. */
export interface CallerLink {
  readonly id: Id;
  readonly clientId: Id;
  readonly class: 'substance_use';
  readonly callerId: Id;
  readonly referralId: Id;
  readonly parts: readonly CallerLinkPart[];
  readonly howGiven: HowGiven;
  readonly explainedBy: Id;
  readonly state: CallerLinkState;
  readonly linkedAt: string;
  readonly linkedBy: Id;
  readonly unlinkedAt: string | null;
  readonly unlinkedBy: Id | null;
  readonly version: number;
}

export interface CallerLinkWords {
  /** What she said to it. */
  readonly said?: string;
}

/** Nothing where the key that sealed the words is no more. */
export interface ShownCallerLink extends CallerLink {
  readonly words: CallerLinkWords;
}

/** What she had asked the line to remember. */
export interface TakenNote {
  readonly linkId: Id;
  readonly id: Id;
  readonly text: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** That the line asked somewhere else for her, and where it stands. */
export interface TakenReferral {
  readonly linkId: Id;
  readonly id: Id;
  readonly asksFor: AskedFor;
  readonly urgency: Urgency;
  readonly state: ReferralState;
  readonly stateSince: string;
  readonly sentAt: string;
  readonly endedAt: string | null;
}
