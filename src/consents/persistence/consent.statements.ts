import type { Statement } from '../../platform/database/transaction.js';

/** Whether one of the actor's own memberships is among these. */
const isForActor = (organisation: string, role: string, membership: string): string => `
  EXISTS (SELECT FROM membership own WHERE own.staff_id = (SELECT app_person()) AND own.ended_at IS NULL
    AND own.organisation_id = ${organisation} AND (${role} IS NULL OR own.role = ${role})
    AND (${membership} IS NULL OR own.id = ${membership}))`;

/** A privacy officer reads no key, and so no words. */
const select = (rest: string): string => `
  SELECT c.id, c.client_id AS "clientId", c.class, c.decision, c.recipient_kind AS "recipientKind",
      c.recipient_organisation_id AS "recipientOrganisationId", c.recipient_role AS "recipientRole",
      c.recipient_membership_id AS "recipientMembershipId", c.classes::text[] AS classes, c.purposes::text[] AS purposes,
      c.reach, c.valid_from AS "validFrom", c.valid_until AS "validUntil", c.how_given AS "howGiven", c.explained_by AS "explainedBy",
      c.language, c.copy_given AS "copyGiven", c.renews_id AS "renewsId", c.state, c.ended_at AS "endedAt",
      c.created_at AS "createdAt", c.created_by AS "createdBy", c.updated_at AS "updatedAt", c.updated_by AS "updatedBy",
      c.version, o.name AS "organisationName",
      (SELECT s.display_name FROM membership m JOIN staff s ON s.id = m.staff_id WHERE m.id = c.recipient_membership_id)
        AS "personName",
      (SELECT m.role FROM membership m WHERE m.id = c.recipient_membership_id) AS "personRole",
      client_lives_here(c.client_id) AS "isKeptHere",
      ${isForActor('c.recipient_organisation_id', 'c.recipient_role', 'c.recipient_membership_id')} AS "isForActor", c.words,
      c.end_words AS "endWords", k.wrapped
    FROM consent c JOIN organisation o ON o.id = c.recipient_organisation_id
    LEFT JOIN sealing_key k ON k.client_id = c.client_id
    ${rest}`;

export const CONSENT: Statement = { name: 'consent', text: select('WHERE c.id = $1') };

/** Newest first. Without a state: all but the ones written down by mistake. */
export const CONSENTS_PAGE: Statement = {
  name: 'consents-page',
  text: select(`WHERE c.client_id = $1
    AND CASE $2::text
      WHEN 'active' THEN c.state = 'active' AND (c.valid_until IS NULL OR c.valid_until > (SELECT app_now()))
      WHEN 'expired' THEN c.state = 'active' AND c.valid_until <= (SELECT app_now())
      WHEN 'withdrawn' THEN c.state = 'withdrawn'
      WHEN 'entered_in_error' THEN c.state = 'entered_in_error'
      ELSE c.state <> 'entered_in_error' END
    AND (c.created_at, c.id) < ($3::timestamptz, $4::uuid) ORDER BY c.created_at DESC, c.id DESC LIMIT $5`),
};

export const STANDING: Statement = {
  name: 'consents-standing',
  text: select(`WHERE c.client_id = $1 AND c.state = 'active'`),
};

export const CONSENT_HISTORY: Statement = {
  name: 'consent-history',
  text: `SELECT version, state, at, by_membership AS "byMembership" FROM consent_history WHERE consent_id = $1 ORDER BY version`,
};

export const LIVES_HERE: Statement = { name: 'client-lives-here', text: 'SELECT client_lives_here($1) AS is' };
export const ANSWERED_FOR: Statement = { name: 'client-answered-for', text: 'SELECT client_is_of_our_home($1) AS is' };

/** Two at once about one client are written one after the other, and the second sees the first. */
export const TAKE_TURN: Statement = {
  name: 'consents-take-turn',
  text: 'SELECT pg_advisory_xact_lock(hashtextextended($1::text, 7))',
};

/** The organisation that stands behind a recipient, where there is one now. */
export const RECIPIENT: Statement = {
  name: 'consent-recipient',
  text: `SELECT o.id FROM organisation o WHERE o.closed_at IS NULL
    AND o.id = CASE WHEN $2::uuid IS NULL THEN $1::uuid ELSE (SELECT m.organisation_id FROM membership m
      JOIN staff s ON s.id = m.staff_id AND s.disabled_at IS NULL WHERE m.id = $2 AND m.ended_at IS NULL) END
    AND ($1::uuid IS NULL OR o.id = $1)`,
};
export const FOR_ACTOR: Statement = {
  name: 'consent-for-actor',
  text: `SELECT ${isForActor('$1::uuid', '$2::text', '$3::uuid')} AS is`,
};
export const MEMBERSHIP: Statement = { name: 'consent-explainer', text: 'SELECT FROM membership WHERE id = $1' };
export const TELL: Statement = { name: 'tell-of-consent', text: 'SELECT tell_of_consent($1)' };
