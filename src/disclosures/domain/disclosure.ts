import type { DataClass } from '../../access/policy.js';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';

export const DISCLOSURE_KINDS = ['export', 'referral_package', 'feed', 'printed_page', 'access_log'] as const;
export type DisclosureKind = (typeof DISCLOSURE_KINDS)[number];

export const RECIPIENT_KINDS = ['client', 'organisation', 'role', 'person', 'outside'] as const;

/** To whom something was given: never "all partners". */
export type Recipient =
  | { readonly kind: 'client' }
  | { readonly kind: 'organisation'; readonly organisationId: Id }
  | { readonly kind: 'role'; readonly organisationId: Id; readonly role: string }
  | { readonly kind: 'person'; readonly membershipId: Id }
  /** Somebody without an account here, whom the referral itself names. */
  | { readonly kind: 'outside' };

/** What leaves, as whoever lets it leave tells it. */
export interface NewDisclosure {
  readonly clientId: Id;
  readonly kind: DisclosureKind;
  readonly recipient: Recipient;
  /** Those of which something leaves; none where no clinical data does. */
  readonly classes: readonly DataClass[];
  /** The grant's basis: with `consent` a copy of its scope is kept. */
  readonly ground: { readonly basis: string; readonly basisId: Id };
}

export interface Disclosure {
  readonly id: Id;
  readonly clientId: Id;
  readonly kind: DisclosureKind;
  readonly recipientKind: Recipient['kind'];
  readonly recipientOrganisationId: Id | null;
  readonly recipientRole: string | null;
  readonly recipientMembershipId: Id | null;
  readonly classes: readonly DataClass[];
  readonly ground: string;
  readonly groundId: Id;
  readonly consentScope: Readonly<Record<string, unknown>> | null;
  readonly purpose: string;
  readonly disclosedAt: Instant;
  readonly disclosedBy: Id | null;
  readonly keepUntil: Instant;
}

/** Alberta, Health Information Act: notes of disclosures are kept ten years. */
export const KEPT_YEARS = 10;
