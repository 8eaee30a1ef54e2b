import type { Statement } from '../../platform/database/transaction.js';

/** Hot: every client asks it first. One row for one session. */
export const WHO_AM_I: Statement = {
  name: 'who-am-i',
  text: `SELECT p.id AS "personId", p.email, p.display_name AS "displayName", p.language,
      m.id AS "membershipId", m.role, m.started_at AS "memberSince",
      o.id AS "organisationId", o.name AS "organisationName", o.kind, o.province, o.time_zone AS "timeZone", o.languages,
      s.id AS "sessionId", s.started_at AS "sessionStartedAt", s.expires_at AS "sessionExpiresAt", s.verified_at AS "verifiedAt"
    FROM session s
    JOIN staff p ON p.id = s.staff_id
    JOIN membership m ON m.id = s.membership_id
    JOIN organisation o ON o.id = m.organisation_id
    WHERE s.id = $1`,
};
