import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who did what to whose record, when and on which ground. Append-only; no foreign keys, no names, no content. */
export class Audit1764000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_entry (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL,
        request_id uuid NOT NULL,
        person_id uuid,
        membership_id uuid,
        organisation_id uuid,
        role text,
        client_id uuid,
        event text NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('done', 'refused')),
        classes data_classes NOT NULL,
        ground text,
        ground_id uuid,
        purpose text,
        facts jsonb NOT NULL CHECK (jsonb_typeof(facts) = 'object'),
        written_by xid8 NOT NULL DEFAULT pg_current_xact_id()
      );
      CREATE INDEX audit_of_client ON audit_entry (client_id, at);
      CREATE INDEX audit_of_person ON audit_entry (person_id, client_id, at);
      CREATE INDEX audit_of_organisation ON audit_entry (organisation_id, at);
      CREATE INDEX audit_by_transaction ON audit_entry (written_by);

      ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON audit_entry TO throughline_owner USING (true) WITH CHECK (true);
      -- Before a session exists (a sign-in) there is no person yet; within one, nobody writes in another's name.
      CREATE POLICY own_entry ON audit_entry FOR INSERT TO throughline_app
        WITH CHECK ((SELECT app_person()) IS NULL OR (person_id = (SELECT app_person()) AND membership_id = (SELECT app_membership())));
      CREATE POLICY background_entry ON audit_entry FOR INSERT TO throughline_jobs WITH CHECK (person_id IS NULL);
      CREATE POLICY own_acts ON audit_entry FOR SELECT TO throughline_app USING (person_id = (SELECT app_person()));
      CREATE POLICY privacy_officer ON audit_entry FOR SELECT TO throughline_app USING (
        (SELECT app_role()) = 'privacy_officer'
        AND (organisation_id = (SELECT app_organisation()) OR client_home(client_id) = (SELECT app_organisation())));
      CREATE POLICY sealing ON audit_entry FOR SELECT TO throughline_sealer USING (true);
      GRANT INSERT, SELECT ON audit_entry TO throughline_app;
      GRANT INSERT ON audit_entry TO throughline_jobs;
      GRANT SELECT ON audit_entry TO throughline_sealer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_entry');
  }
}
