import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A response line learns that its caller arrived, and no more: how what began there ended, and why, stands in the record of
 * whoever received them. What is over for the line ends as finished.
 */
export class TheLineLearnsThatItArrived1764000200200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE referral_step SET of_caller = false WHERE move = 'leave_early'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE referral_step SET of_caller = true WHERE move = 'leave_early'`);
  }
}
