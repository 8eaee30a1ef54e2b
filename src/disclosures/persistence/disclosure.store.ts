import { Injectable } from '@nestjs/common';
import { isInstant } from '../../kernel/civil-time.js';
import { isId, type Id } from '../../kernel/ids.js';
import { assertCursorOfThisList, pageOf, type Page, type PageRequest } from '../../kernel/page.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import { KEPT_YEARS, type Disclosure, type NewDisclosure, type Recipient } from '../domain/disclosure.js';

/** The consent's scope is copied by the database, from the row on which this stands at this moment. */
const KEEP: Statement = {
  name: 'disclosure-keep',
  text: `INSERT INTO disclosure (id, client_id, class, kind, recipient_kind, recipient_organisation_id, recipient_role,
      recipient_membership_id, classes, ground, ground_id, consent_scope, purpose, disclosed_at, disclosed_by, request_id,
      keep_until, version)
    SELECT $1, $2, 'coordination', $3, $4, $5::uuid, $6, $7::uuid, $8::text[], $9, $10::uuid,
      CASE WHEN $9 = 'consent' THEN consent_as_it_stood($10) END, $11, $12, (SELECT app_membership()), $13,
      $12::timestamptz + interval '${KEPT_YEARS} years', 1`,
};
export const DISCLOSURES: Statement = {
  name: 'disclosures-of-client',
  text: `SELECT d.id, d.client_id AS "clientId", d.kind, d.recipient_kind AS "recipientKind",
      d.recipient_organisation_id AS "recipientOrganisationId", d.recipient_role AS "recipientRole",
      d.recipient_membership_id AS "recipientMembershipId", d.classes::text[] AS classes, d.ground, d.ground_id AS "groundId",
      d.consent_scope AS "consentScope", d.purpose, d.disclosed_at AS "disclosedAt", d.disclosed_by AS "disclosedBy",
      d.keep_until AS "keepUntil"
    FROM disclosure d WHERE d.client_id = $1 AND (d.disclosed_at, d.id) < ($2::timestamptz, $3::uuid)
    ORDER BY d.disclosed_at DESC, d.id DESC LIMIT $4`,
};
/** An answer to whoever may read what was given out of this client's record. */
const MAY_READ: Statement = { name: 'disclosures-frame', text: 'SELECT FROM access_log_frame($1)' };

export interface Frame {
  readonly id: Id;
  readonly requestId: Id;
  readonly purpose: string;
  readonly now: string;
}

@Injectable()
export class DisclosureStore {
  async keep(tx: Transaction, made: NewDisclosure, { id, requestId, purpose, now }: Frame): Promise<void> {
    const { clientId, kind, recipient, classes, ground } = made;
    const to = columnsOf(recipient);
    await tx.query(KEEP, [
      ...[id, clientId, kind, recipient.kind, ...to],
      ...[[...classes], ground.basis, ground.basisId, purpose, now, requestId],
    ]);
  }

  async mayRead(tx: Transaction, clientId: Id): Promise<boolean> {
    return (await tx.query(MAY_READ, [clientId])).length > 0;
  }

  /** The newest first. */
  async ofClient(tx: Transaction, clientId: Id, { limit, after }: PageRequest): Promise<Page<Disclosure>> {
    const [at = 'infinity', id = FIRST_ID, ...more] = after ?? [];
    assertCursorOfThisList(after === undefined || (isInstant(at) && isId(id) && more.length === 0));
    const rows = await tx.query<Disclosure>(DISCLOSURES, [clientId, at, id, limit + 1]);
    return pageOf(rows, limit, (last) => [last.disclosedAt, last.id]);
  }
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

const columnsOf = (to: Recipient): readonly [Id | null, string | null, Id | null] => [
  'organisationId' in to ? to.organisationId : null,
  'role' in to ? to.role : null,
  'membershipId' in to ? to.membershipId : null,
];
