import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The parts of the shared plan that are the plan's own: its written sections, and who signed what they saw. */
export class CarePlan1764000070000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE plan_section (
        id uuid PRIMARY KEY,
        client_id uuid NOT NULL REFERENCES client,
        class data_class NOT NULL,
        section text NOT NULL CHECK (section IN ('know_about_me', 'what_helps', 'my_strengths', 'safety')),
        words bytea NOT NULL,
        written_by uuid NOT NULL,
        written_at timestamptz NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        UNIQUE (client_id, section),
        CHECK (class = CASE section WHEN 'safety' THEN 'mental_health' ELSE 'coordination' END)
      );
      CALL protect_client_table('plan_section', may_change => '{words,written_by,written_at,version}');
      CALL keep_history('plan_section');

      CREATE TABLE plan_sign_off (
        id uuid PRIMARY KEY,
        client_id uuid NOT NULL REFERENCES client,
        class data_class NOT NULL DEFAULT 'coordination' CHECK (class = 'coordination'),
        membership_id uuid NOT NULL REFERENCES membership,
        role text NOT NULL,
        -- The plan as it stood at this instant, as far as these classes: what the signer had before them.
        plan_as_of timestamptz NOT NULL,
        seen_classes data_classes NOT NULL CHECK (cardinality(seen_classes) > 0),
        signed_at timestamptz NOT NULL CHECK (plan_as_of <= signed_at),
        version integer NOT NULL CHECK (version > 0)
      );
      CREATE INDEX plan_sign_off_of_client ON plan_sign_off (client_id, signed_at);
      CALL protect_client_table('plan_sign_off', '{SELECT,INSERT}');
      CALL keep_history('plan_sign_off');
      -- Tasks are older than history is.
      CALL keep_history('task');
      -- Nobody signs in another's name.
      CREATE POLICY own_name ON plan_sign_off AS RESTRICTIVE FOR INSERT TO throughline_app
        WITH CHECK (membership_id = (SELECT app_membership()) AND role = (SELECT app_role()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER history ON task; DROP TABLE plan_sign_off, plan_section');
  }
}
