import type { MigrationInterface, QueryRunner } from 'typeorm';

const AFTER_ARRIVAL = `from_state = 'in_progress' AND move IN ('leave_early', 'stop')`;

/**
 * A response line learns that its caller arrived, and no more: how what began there ended, and why, stands in the record of
 * whoever received them. What is over for the line ends as finished.
 */
export class TheLineLearnsThatItArrived1764000200200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE referral_step SET of_caller = false WHERE ${AFTER_ARRIVAL}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE referral_step SET of_caller = true WHERE ${AFTER_ARRIVAL}`);
  }
}
