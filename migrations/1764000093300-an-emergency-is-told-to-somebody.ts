import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A record opened in an emergency is told to somebody who is there, in a house without coordinator or privacy officer too. */
export class AnEmergencyIsToldToSomebody1764000093300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      telling(`
    -- Where nobody else is there to hear of it: whoever of her home works with her.
    IF NOT FOUND THEN
      INSERT INTO notice (id, membership_id, kind, source_kind, source_id, occasion, state, created_at, created_by, version)
        SELECT DISTINCT ON (m.id) gen_random_uuid(), m.id, 'break_glass_opened', 'break_glass', NEW.id, '1', 'unread', app_now(), NEW.membership_id, 1
          FROM client c
          JOIN care_team_member t ON t.client_id = c.id AND t.ended_at IS NULL
          JOIN membership m ON m.id = t.membership_id AND m.organisation_id = c.home_organisation_id AND m.ended_at IS NULL
          JOIN staff s ON s.id = m.staff_id AND s.disabled_at IS NULL
         WHERE c.id = NEW.client_id AND m.staff_id <> NEW.person_id;
    END IF;
    -- A review waits for a privacy officer who is not the opener. Where there is none, whoever can name one hears that one
    -- is missing, and of no client.
    INSERT INTO notice (id, membership_id, kind, source_kind, source_id, occasion, state, created_at, created_by, version)
      SELECT gen_random_uuid(), m.id, 'break_glass_without_reviewer', 'break_glass', NEW.id, '1', 'unread', app_now(), NEW.membership_id, 1
        FROM client c
        JOIN membership m ON m.organisation_id = c.home_organisation_id AND m.ended_at IS NULL AND m.role = 'administrator'
        JOIN staff s ON s.id = m.staff_id AND s.disabled_at IS NULL
       WHERE c.id = NEW.client_id AND NOT EXISTS (SELECT FROM membership o
         JOIN staff p ON p.id = o.staff_id AND p.disabled_at IS NULL
         WHERE o.organisation_id = c.home_organisation_id AND o.ended_at IS NULL AND o.role = 'privacy_officer'
           AND o.staff_id <> NEW.person_id);`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(telling(''));
  }
}

const telling = (whereNobodyIs: string) => `
  CREATE OR REPLACE FUNCTION tell_of_break_glass() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    INSERT INTO notice (id, membership_id, kind, source_kind, source_id, occasion, state, created_at, created_by, version)
      SELECT gen_random_uuid(), m.id, 'break_glass_opened', 'break_glass', NEW.id, '1', 'unread', app_now(), NEW.membership_id, 1
        FROM client c
        JOIN membership m ON m.organisation_id = c.home_organisation_id AND m.ended_at IS NULL
          AND m.role IN ('coordinator', 'privacy_officer')
        JOIN staff s ON s.id = m.staff_id AND s.disabled_at IS NULL
       WHERE c.id = NEW.client_id AND m.staff_id <> NEW.person_id;${whereNobodyIs}
    RETURN NULL;
  END $$;`;
