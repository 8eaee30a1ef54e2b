import { Injectable } from '@nestjs/common';
import type { DataClass } from '../../access/policy.js';
import type { Recipient } from '../../disclosures/domain/disclosure.js';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';

const CONSENT: Statement = {
  name: 'referral-consent',
  text: `SELECT id, until, recipient_kind AS kind, recipient_role AS role, recipient_membership_id AS "membershipId"
    FROM consent_for_referral($1, $2, $3, $4)`,
};

interface Found {
  readonly id: Id;
  readonly until: Instant | null;
  readonly kind: 'organisation' | 'role' | 'person';
  readonly role: string | null;
  readonly membershipId: Id | null;
}

interface Asked {
  readonly clientId: Id;
  readonly receiverOrganisationId: Id;
  readonly sharedClasses: readonly DataClass[];
}

@Injectable()
export class AgreementStore {
  /** A consent in force that names the receiver and all of these classes. */
  async consent(tx: Transaction, { clientId, receiverOrganisationId, sharedClasses }: Asked, wanted?: Id) {
    const asked = [clientId, receiverOrganisationId, [...sharedClasses], wanted ?? null];
    const [found] = await tx.query<Found>(CONSENT, asked);
    return found && { id: found.id, until: found.until, to: recipientOf(found, receiverOrganisationId) };
  }
}

function recipientOf({ role, membershipId }: Found, organisationId: Id): Recipient {
  if (membershipId !== null) return { kind: 'person', membershipId };
  return role === null ? { kind: 'organisation', organisationId } : { kind: 'role', organisationId, role };
}
