import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever was waiting for a place learns the same minute that there is none any more, and can ask elsewhere. */
export class AReceiverThatClosesIsToldOf1764000100300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- To whoever asked for what is still open there, or else the coordinators; of a caller the line. It names nobody.
      CREATE FUNCTION tell_of_closed_receiver() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        INSERT INTO notice (id, membership_id, kind, source_kind, source_id, occasion, state, created_at, created_by, version)
          SELECT gen_random_uuid(), m.id, 'referral_receiver_closed', 'referral', r.id, NEW.version::text, 'unread', app_now(),
                 app_membership(), 1
            FROM referral r
            JOIN membership m ON m.organisation_id = r.sender_organisation_id AND m.ended_at IS NULL AND m.id IS DISTINCT FROM app_membership()
           WHERE r.receiver_organisation_id = CASE TG_TABLE_NAME WHEN 'service' THEN (to_jsonb(NEW) ->> 'organisation_id')::uuid ELSE NEW.id END
             AND (TG_TABLE_NAME = 'organisation' OR r.service_id = NEW.id) AND NOT r.is_ended AND r.sent_at IS NOT NULL
             AND CASE WHEN EXISTS (SELECT FROM membership asked WHERE asked.id = r.requested_by AND asked.ended_at IS NULL)
               THEN m.id = r.requested_by ELSE m.role = 'coordinator' OR (r.caller_id IS NOT NULL AND m.role = 'line_operator') END
          ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $$;
      REVOKE EXECUTE ON FUNCTION tell_of_closed_receiver FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION tell_of_closed_receiver TO throughline_app;
      ${['service', 'organisation'].map(trigger).join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER closing_is_told_of ON service;
      DROP TRIGGER closing_is_told_of ON organisation;
      DROP FUNCTION tell_of_closed_receiver;
    `);
  }
}

const trigger = (table: string): string => `
  CREATE TRIGGER closing_is_told_of AFTER UPDATE ON ${table} FOR EACH ROW
    WHEN (OLD.closed_at IS NULL AND NEW.closed_at IS NOT NULL) EXECUTE FUNCTION tell_of_closed_receiver();`;
