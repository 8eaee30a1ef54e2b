import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * However a referral ended, those who were asked look it up for thirty days [OURS], and no longer: it opened who she is for
 * what they were asked, and that is over. Whoever goes on caring for her has her own consent. Reopening gives it back.
 *
 * Told of a referral are those at the receiver who can open it.
 */
export class AReferralThatIsOverOpensNothing1764000100100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      grants(`CASE WHEN r.is_ended THEN r.ended_at + interval '30 days' END`, `OLD.ended_at`, `NEW.ended_at`) +
        received(`(ended_at IS NULL OR ended_at > (SELECT app_now()) - interval '30 days')`) +
        telling(`m.id IN (SELECT told_at_receiver(r))`, TOLD) +
        TAKEN_AS +
        AS_IT_IS_NOW,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      grants(
        `CASE WHEN r.state = 'declined' THEN r.ended_at + interval '30 days' END`,
        `OLD.state = 'declined'`,
        `NEW.state = 'declined'`,
      ) +
        received(`(state <> 'declined' OR ended_at > (SELECT app_now()) - interval '30 days')`) +
        telling(
          `m.organisation_id = r.receiver_organisation_id AND r.sent_at IS NOT NULL AND m.role IN ('intake_worker', 'coordinator')`,
        ) +
        takenFor(`SELECT EXISTS (SELECT FROM referral r JOIN referral_reception t ON t.referral_id = r.id
          WHERE r.id = $1 AND r.caller_id = $2 AND t.client_id = $3)`) +
        'DROP FUNCTION told_at_receiver, caller_taken_as;' +
        AS_IT_IS_NOW,
    );
  }
}

const AS_IT_IS_NOW = `
  SELECT recompute_grants(client_id) FROM (SELECT DISTINCT client_id FROM referral WHERE is_ended AND client_id IS NOT NULL) over;`;

/** As `1764000095000-referrals` made them, but for how long. */
const grants = (until: string, before: string, after: string): string => `
  CREATE OR REPLACE VIEW grant_from_referral WITH (security_invoker = true) AS
    SELECT held.grantee_id, r.client_id, shown.classes AS read_classes,
           (CASE WHEN 'coordination' = ANY (shown.classes) THEN '{coordination}' ELSE '{}' END)::data_classes AS write_classes,
           c.purposes, 'referral' AS scope_kind, r.id AS scope_id, 'referral' AS basis, r.id AS basis_id,
           span.valid_from, span.valid_until
      FROM referral r
      JOIN consent c ON c.id = r.consent_id AND c.client_id = r.client_id AND c.decision = 'permit' AND c.state = 'active'
        AND c.recipient_organisation_id = r.receiver_organisation_id
      CROSS JOIN LATERAL (
        SELECT g.id AS grantee_id, g.role FROM grantee g
         WHERE c.recipient_kind <> 'person' AND g.organisation_id = c.recipient_organisation_id
           AND (c.recipient_role IS NULL OR g.role = c.recipient_role)
        UNION ALL
        SELECT m.id, m.role FROM membership m
         WHERE c.recipient_kind = 'person' AND m.id = c.recipient_membership_id AND m.ended_at IS NULL) held
      JOIN role_ceiling ceiling ON ceiling.role = held.role
      CROSS JOIN LATERAL (SELECT ARRAY(SELECT unnest(r.shared_classes) INTERSECT SELECT unnest(c.classes)
        INTERSECT SELECT unnest(ceiling.referral_classes) ORDER BY 1)::data_classes AS classes) shown
      CROSS JOIN LATERAL (SELECT greatest(r.sent_at, c.valid_from) AS valid_from,
        least(c.valid_until, ${until}) AS valid_until) span
     WHERE r.sent_at IS NOT NULL AND r.state NOT IN ('drafted', 'withdrawn', 'entered_in_error')
       AND (span.valid_until IS NULL OR span.valid_until > span.valid_from);

  DROP TRIGGER referral_moves_grants ON referral;
  CREATE TRIGGER referral_moves_grants AFTER UPDATE ON referral FOR EACH ROW
    WHEN (NEW.client_id IS NOT NULL AND (OLD.sent_at, OLD.consent_id, OLD.shared_classes::text[], OLD.receiver_organisation_id,
        OLD.state IN ('withdrawn', 'entered_in_error'), ${before})
      IS DISTINCT FROM (NEW.sent_at, NEW.consent_id, NEW.shared_classes::text[], NEW.receiver_organisation_id,
        NEW.state IN ('withdrawn', 'entered_in_error'), ${after}))
    EXECUTE FUNCTION recompute_after_client_row();`;

const received = (whileStanding: string): string => {
  const receives = `caller_id IS NOT NULL AND receiver_organisation_id = (SELECT app_organisation())
    AND (SELECT app_role()) IN ('peer_navigator', 'counsellor', 'physician', 'intake_worker', 'coordinator')
    AND sent_at IS NOT NULL AND agreement_ended_at IS NULL AND state NOT IN ('withdrawn', 'entered_in_error') AND ${whileStanding}`;
  return `
  ALTER POLICY received_read ON referral USING (${receives});
  ALTER POLICY received_update ON referral USING (${receives}) WITH CHECK (${receives} AND updated_by = (SELECT app_membership()));`;
};

/**
 * Who can open it: by a grant, of a caller's by their role. Those who take in and coordinate, where one of them can, and
 * else all. When it is taken back, whoever was told of it before.
 */
const TOLD = `
  CREATE FUNCTION told_at_receiver(r referral) RETURNS SETOF uuid LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
    WITH reached AS (
      SELECT m.id, m.role IN ('intake_worker', 'coordinator') AS takes_in FROM membership m
        JOIN grantee g ON g.organisation_id = m.organisation_id AND g.role = m.role
       WHERE m.organisation_id = r.receiver_organisation_id AND m.ended_at IS NULL AND r.sent_at IS NOT NULL AND CASE
         WHEN r.state IN ('withdrawn', 'entered_in_error') OR (r.client_id IS NULL AND r.agreement_ended_at IS NOT NULL) THEN EXISTS (SELECT FROM notice n
           WHERE n.membership_id = m.id AND n.source_kind = 'referral' AND n.source_id = r.id)
         WHEN r.client_id IS NULL THEN m.role IN ('peer_navigator', 'counsellor', 'physician', 'intake_worker', 'coordinator')
           AND (r.ended_at IS NULL OR r.ended_at > app_now() - interval '30 days')
         ELSE EXISTS (SELECT FROM access_grant a WHERE a.client_id = r.client_id AND a.grantee_id IN (m.id, g.id)
           AND (a.scope_id IS NULL OR a.scope_id = r.id) AND 'coordination' = ANY (a.read_classes)
           AND a.valid_from <= app_now() AND (a.valid_until IS NULL OR a.valid_until > app_now())) END)
    SELECT id FROM reached WHERE takes_in OR NOT EXISTS (SELECT FROM reached WHERE takes_in) $$;
  REVOKE EXECUTE ON FUNCTION told_at_receiver FROM PUBLIC;`;

const takenFor = (asked: string): string => `
  CREATE OR REPLACE FUNCTION caller_taken_for(wanted uuid, caller uuid, client uuid) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$ ${asked} $$;`;

/** Whom they were taken for stays known to who writes her record: she may link herself long after the referral is over. */
const TAKEN_AS = `
  CREATE FUNCTION caller_taken_as(referral uuid, client uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT r.caller_id FROM referral r JOIN referral_reception t ON t.referral_id = r.id
      JOIN caller_key k ON k.caller_id = r.caller_id AND octet_length(k.wrapped) > 0 -- not of somebody who was erased
     WHERE r.id = $1 AND t.client_id = $2 AND r.caller_id IS NOT NULL AND writes_class($2, 'substance_use') $$;
  REVOKE EXECUTE ON FUNCTION caller_taken_as FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION caller_taken_as TO throughline_app;
  ${takenFor(`SELECT coalesce($2 = caller_taken_as($1, $3), false)`)}`;

/** As `1764000095500-referrals-told-and-ended` made it, but for who is told at the receiver. */
const telling = (atReceiver: string, before = ''): string => `${before}
  CREATE OR REPLACE FUNCTION tell_of_referral(wanted uuid, what text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE r referral := (SELECT ROW(k.*)::referral FROM referral k WHERE k.id = wanted
    AND k.updated_by IS NOT DISTINCT FROM app_membership() AND k.updated_at = app_now());
  BEGIN
    IF r.id IS NULL THEN
      RAISE EXCEPTION 'nobody tells of what they did not do' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO notice (id, membership_id, kind, source_kind, source_id, occasion, state, created_at, created_by, version)
      SELECT gen_random_uuid(), m.id, what, 'referral', r.id, r.version::text, 'unread', app_now(), app_membership(), 1
        FROM membership m
       WHERE m.ended_at IS NULL AND m.id IS DISTINCT FROM app_membership() AND (
         (m.organisation_id = r.sender_organisation_id AND CASE WHEN EXISTS (SELECT FROM membership asked
             WHERE asked.id = r.requested_by AND asked.ended_at IS NULL)
           THEN m.id = r.requested_by ELSE m.role = 'coordinator' OR (r.caller_id IS NOT NULL AND m.role = 'line_operator') END)
         OR (${atReceiver}))
      ON CONFLICT DO NOTHING;
  END $$;`;
