import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever is offered a place, or could not take it, stays in line until they come in or it ends: seen there by the house, and
 * not passed over without a reason.
 */
export class AnOfferLeavesTheLineAsItIs1764000200800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX referral_in_line;
      CREATE INDEX referral_in_line ON referral (service_id, (coalesce(place_in_line, 2147483647)), waiting_since, id)
        WHERE waiting_since IS NOT NULL AND state IN ('accepted', 'waitlisted', 'date_offered', 'date_confirmed',
          'preadmission_pending', 'date_not_attended', 'next_date_owed');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX referral_in_line;
      CREATE INDEX referral_in_line ON referral (service_id, (coalesce(place_in_line, 2147483647)), (coalesce(waiting_since, state_since)), id)
        WHERE state = 'waitlisted';
    `);
  }
}
