import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a worker's device sent once and may send again. HMACs and ids only: neither the key that the client chose nor
 * what it sent can be read here. And exact limits, by HMAC too.
 */
export class Receipts1764000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE receipt (
        membership_id uuid NOT NULL REFERENCES membership,
        slot bytea NOT NULL CHECK (length(slot) = 32),
        content bytea NOT NULL CHECK (length(content) = 32),
        made text NOT NULL,
        resource_id uuid NOT NULL,
        at timestamptz NOT NULL,
        keep_until timestamptz NOT NULL CHECK (keep_until > at),
        PRIMARY KEY (membership_id, slot)
      );
      CREATE INDEX receipt_to_purge ON receipt (keep_until);
      ALTER TABLE receipt ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON receipt TO throughline_owner USING (true) WITH CHECK (true);
      CREATE POLICY own_receipt ON receipt FOR SELECT TO throughline_app USING (membership_id = (SELECT app_membership()));
      CREATE POLICY own_new_receipt ON receipt FOR INSERT TO throughline_app WITH CHECK (membership_id = (SELECT app_membership()));
      CREATE POLICY purge ON receipt TO throughline_jobs USING (keep_until < (SELECT app_now()));
      GRANT SELECT, INSERT ON receipt TO throughline_app;
      GRANT SELECT (keep_until), DELETE ON receipt TO throughline_jobs;
    `);
    await runner.query(`
      -- One row a limit and subject, reused window after window. A crash may forget it, so it is not written ahead.
      CREATE UNLOGGED TABLE limit_window (
        subject bytea PRIMARY KEY CHECK (length(subject) = 32),
        used integer NOT NULL,
        resets_at timestamptz NOT NULL
      );
      CREATE INDEX limit_window_to_purge ON limit_window (resets_at);
      GRANT SELECT, INSERT, UPDATE ON limit_window TO throughline_app;
      GRANT SELECT (resets_at), DELETE ON limit_window TO throughline_jobs;

      -- Readiness compares the schema's level with the programme's.
      GRANT SELECT ON schema_migration TO throughline_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE limit_window, receipt; REVOKE SELECT ON schema_migration FROM throughline_app');
  }
}
