import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever waits is given another place, or another day to look again, without leaving the line. */
export class APlaceInLineIsChanged1764000200300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO referral_step (move, from_state, to_state, party, of_caller, once_unshared)
        SELECT 'put_on_waiting_list', 'waitlisted', 'waitlisted', party, false, false FROM unnest('{receiver,outside}'::text[]) party
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM referral_step WHERE from_state = 'waitlisted' AND to_state = 'waitlisted'`);
  }
}
