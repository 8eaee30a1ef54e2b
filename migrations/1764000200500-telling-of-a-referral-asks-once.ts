import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who acts and when was asked anew for every membership there is, and all of them were read: now it is asked once, and each
 * side is found by its index.
 */
export class TellingOfAReferralAsksOnce1764000200500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION tell_of_referral(wanted uuid, what text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        actor uuid := app_membership();
        happened timestamptz := app_now();
        r referral;
      BEGIN
        SELECT * INTO r FROM referral k WHERE k.id = wanted AND k.updated_by IS NOT DISTINCT FROM actor AND k.updated_at = happened;
        IF r.id IS NULL THEN
          RAISE EXCEPTION 'nobody tells of what they did not do' USING ERRCODE = 'insufficient_privilege';
        END IF;
        INSERT INTO notice (id, membership_id, kind, source_kind, source_id, occasion, state, created_at, created_by, version)
          SELECT gen_random_uuid(), told.id, what, 'referral', r.id, r.version::text, 'unread', happened, actor, 1
            FROM (SELECT m.id FROM membership m WHERE m.organisation_id = r.sender_organisation_id AND m.ended_at IS NULL
                AND CASE WHEN EXISTS (SELECT FROM membership asked WHERE asked.id = r.requested_by AND asked.ended_at IS NULL)
                  THEN m.id = r.requested_by
                  ELSE m.role = 'coordinator' OR (r.caller_id IS NOT NULL AND m.role = 'line_operator') END
              UNION SELECT told_at_receiver(r)) told
           WHERE told.id IS DISTINCT FROM actor
          ON CONFLICT DO NOTHING;
      END $$;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
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
             OR (m.id IN (SELECT told_at_receiver(r))))
          ON CONFLICT DO NOTHING;
      END $$;`);
  }
}
