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
      -- Nobody writes in another's name or role, or at another time.
      CREATE POLICY own_entry ON audit_entry FOR INSERT TO throughline_app WITH CHECK (
        at = (SELECT app_now()) AND written_by = (SELECT pg_current_xact_id())
        AND person_id = (SELECT app_person()) AND membership_id = (SELECT app_membership())
        AND organisation_id = (SELECT app_organisation()) AND role = (SELECT app_role()));
      -- Before a session exists it is about no client, in nobody's name or in that of whoever has just been recognised: a
      -- person alone (an invitation), or one with a membership as it stands (a sign-in).
      CREATE POLICY unsigned_entry ON audit_entry FOR INSERT TO throughline_app WITH CHECK (
        (SELECT app_person()) IS NULL AND at = (SELECT app_now()) AND written_by = (SELECT pg_current_xact_id())
        AND client_id IS NULL AND classes = '{}' AND ground IS NULL AND ground_id IS NULL
        AND CASE WHEN membership_id IS NULL THEN organisation_id IS NULL AND role IS NULL
          ELSE EXISTS (SELECT FROM membership m WHERE m.id = audit_entry.membership_id AND m.staff_id = audit_entry.person_id
            AND m.organisation_id = audit_entry.organisation_id AND m.role = audit_entry.role) END);
      CREATE POLICY background_entry ON audit_entry FOR INSERT TO throughline_jobs WITH CHECK (
        at = (SELECT app_now()) AND written_by = (SELECT pg_current_xact_id()) AND person_id IS NULL AND membership_id IS NULL
        AND organisation_id IS NULL AND role IS NULL);
      CREATE POLICY own_acts ON audit_entry FOR SELECT TO throughline_app USING (person_id = (SELECT app_person()));
      CREATE POLICY privacy_officer ON audit_entry FOR SELECT TO throughline_app USING (
        (SELECT app_role()) = 'privacy_officer'
        AND (organisation_id = (SELECT app_organisation()) OR client_is_of_our_home(client_id)));
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
