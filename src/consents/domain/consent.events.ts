import type { Id } from '../../kernel/ids.js';
import type { Consent } from './consent.js';
import type { ConsentMove } from './consent.lifecycle.js';

/** The ground of a privacy officer is her office, and no grant. */
export interface On {
  readonly ground?: { readonly basis: string; readonly basisId: Id };
}

const about = ({ clientId, class: its }: Consent, { ground }: On) => ({
  clientId,
  classes: [its],
  ...(ground && { ground }),
});

export const consentsListed = (clientId: Id, on: On, shown: number) => ({
  event: 'consent.listed',
  clientId,
  classes: ['coordination' as const],
  ...(on.ground && { ground: on.ground }),
  facts: { shown },
});

export const consentRead = (consent: Consent, on: On) => ({
  event: 'consent.read',
  ...about(consent, on),
  facts: { consentId: consent.id, version: consent.version },
});

/** Its whole scope, as it was agreed. */
export const consentRecorded = (consent: Consent, on: On) => ({
  event: 'consent.recorded',
  ...about(consent, on),
  facts: {
    consentId: consent.id,
    decision: consent.decision,
    recipientOrganisationId: consent.recipientOrganisationId,
    recipientRole: consent.recipientRole,
    recipientMembershipId: consent.recipientMembershipId,
    consentClasses: consent.classes,
    purposes: consent.purposes,
    reach: consent.reach,
    from: consent.validFrom,
    until: consent.validUntil,
    renewsId: consent.renewsId,
  },
});

export const consentMoved = (consent: Consent, on: On, move: ConsentMove) => ({
  event: 'consent.moved',
  ...about(consent, on),
  facts: { consentId: consent.id, version: consent.version, move, to: consent.state },
});
