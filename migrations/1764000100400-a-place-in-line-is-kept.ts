import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever was offered a place that did not work out stands in line again where they stood: since when somebody waits is kept
 * from the first time in a round. A date that was not attended costs nobody their place.
 */
export class APlaceInLineIsKept1764000100400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE referral ADD COLUMN waiting_since timestamptz;
      UPDATE referral SET waiting_since = state_since WHERE state = 'waitlisted';
      GRANT UPDATE (waiting_since) ON referral TO throughline_app;
      DROP INDEX referral_in_line;
      CREATE INDEX referral_in_line ON referral (service_id, (coalesce(place_in_line, 2147483647)), (coalesce(waiting_since, state_since)), id)
        WHERE state = 'waitlisted';

      -- Nobody writes themselves, or somebody else, further up: it begins with the first step into the line and with no other.
      CREATE FUNCTION keep_waiting_since() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF (CASE WHEN NEW.waiting_since IS NULL THEN OLD.ended_at IS NOT NULL AND NEW.ended_at IS NULL
          ELSE OLD.waiting_since IS NULL AND NEW.waiting_since = app_now() AND OLD.state <> 'waitlisted' AND NEW.state = 'waitlisted' END) IS NOT TRUE THEN
          RAISE EXCEPTION 'since when somebody waits is told as it was' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$;
      REVOKE EXECUTE ON FUNCTION keep_waiting_since FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION keep_waiting_since TO throughline_app;
      CREATE TRIGGER referral_keeps_waiting BEFORE UPDATE ON referral FOR EACH ROW
        WHEN (current_user = 'throughline_app' AND OLD.waiting_since IS DISTINCT FROM NEW.waiting_since)
        EXECUTE FUNCTION keep_waiting_since();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER referral_keeps_waiting ON referral;
      DROP FUNCTION keep_waiting_since;
      DROP INDEX referral_in_line;
      CREATE INDEX referral_in_line ON referral (service_id, (coalesce(place_in_line, 2147483647)), state_since, id) WHERE state = 'waitlisted';
      ALTER TABLE referral DROP COLUMN waiting_since;
    `);
  }
}
