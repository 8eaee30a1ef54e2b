import type { Purpose } from '../../access/actor.js';
import type { DataClass, Role } from '../../access/policy.js';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { StoredConsentState } from './consent.lifecycle.js';

export const DECISIONS = ['permit', 'deny'] as const;
export type Decision = (typeof DECISIONS)[number];

export const RECIPIENT_KINDS = ['organisation', 'role', 'person'] as const;
export type RecipientKind = (typeof RECIPIENT_KINDS)[number];

/** Roles that read records, or may come to by a referral or a routing. */
export const RECIPIENT_ROLES = [
  'peer_navigator',
  'counsellor',
  'physician',
  'pharmacist',
  'intake_worker',
  'coordinator',
] as const satisfies readonly Role[];

export const HOW_GIVEN = ['in_person', 'phone', 'written'] as const;
export type HowGiven = (typeof HOW_GIVEN)[number];

/** To the record itself, or only to what a referral to the recipient carries. */
export const CONSENT_REACHES = ['record', 'referrals'] as const;
export type ConsentReach = (typeof CONSENT_REACHES)[number];

/** An organisation, a role in it, or one membership of it. There is no way to say all partners. */
export interface Recipient {
  readonly recipientKind: RecipientKind;
  readonly recipientOrganisationId: Id;
  readonly recipientRole: Role | null;
  readonly recipientMembershipId: Id | null;
}

/** Of which classes, for which purposes (null: any) and in which time (`validUntil` null: until it is taken back). */
export interface ConsentScope {
  readonly decision: Decision;
  readonly classes: readonly DataClass[];
  readonly purposes: readonly Purpose[] | null;
  readonly reach: ConsentReach;
  readonly validFrom: Instant;
  readonly validUntil: Instant | null;
}

/** What the client agreed to share, or said no to. Nothing in it changes but that it ends. */
export interface Consent extends Recipient, ConsentScope {
  readonly id: Id;
  readonly clientId: Id;
  readonly class: 'coordination';
  readonly howGiven: HowGiven;
  readonly explainedBy: Id;
  readonly language: string;
  readonly copyGiven: boolean;
  /** The one that it goes on from. */
  readonly renewsId: Id | null;
  readonly state: StoredConsentState;
  readonly endedAt: Instant | null;
  readonly createdAt: Instant;
  readonly createdBy: Id;
  readonly updatedAt: Instant;
  readonly updatedBy: Id;
  readonly version: number;
}

export interface ConsentWords {
  /** As she said it. */
  readonly ownWords?: string;
  /** What was said when it ended. */
  readonly moveNote?: string;
}

/** With the names that the directory has for whom it names. */
export interface ShownConsent extends Consent, ConsentWords {
  readonly organisationName: string;
  readonly personName: string | null;
  /** In which this person works there. */
  readonly personRole: Role | null;
  /** Whether the actor's organisation keeps her record. */
  readonly isKeptHere: boolean;
  /** Whether the actor is among whom it names, in any of their memberships. */
  readonly isForActor: boolean;
}

export interface ConsentVersion {
  readonly version: number;
  readonly state: StoredConsentState;
  readonly at: Instant;
  readonly byMembership: Id | null;
}
