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
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX referral_in_line;
      CREATE INDEX referral_in_line ON referral (service_id, (coalesce(place_in_line, 2147483647)), state_since, id) WHERE state = 'waitlisted';
      ALTER TABLE referral DROP COLUMN waiting_since;
    `);
  }
}
