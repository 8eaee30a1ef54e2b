import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The second factor, what a sign-in waits for between password and code, and when a session last showed one. */
export class SecondFactor1764000084000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SESSION);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session DROP COLUMN verified_at');
  }
}

const SESSION = `
  -- When the second factor was last shown in this session; never, where nobody asked for one.
  ALTER TABLE session ADD COLUMN verified_at timestamptz;
  GRANT UPDATE (verified_at) ON session TO throughline_app;
`;
