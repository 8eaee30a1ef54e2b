import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether a step is somebody's to take is asked twice in each move: by the change, as whoever makes it, and by its line in
 * the history, as the owner. PostgreSQL plans a question under row-level security anew whenever another role asks it, so
 * each move planned it twice. Asked as the owner alone it is planned once a connection; the answer never came from policies.
 */
export class AStepIsLookedUpAsOneRole1764000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER FUNCTION is_step_of_referral(referral, text, text, text) SECURITY DEFINER');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER FUNCTION is_step_of_referral(referral, text, text, text) SECURITY INVOKER');
  }
}
