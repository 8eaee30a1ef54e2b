import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is asking, as the transaction knows it, and the two procedures that put a table under row-level security. */
export class Context1764000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

      CREATE FUNCTION app_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT nullif(current_setting('app.person', true), '')::uuid $$;
      CREATE FUNCTION app_membership() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT nullif(current_setting('app.membership', true), '')::uuid $$;
      CREATE FUNCTION app_organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT nullif(current_setting('app.organisation', true), '')::uuid $$;
      CREATE FUNCTION app_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT nullif(current_setting('app.role', true), '') $$;
      -- What the actor says it is for; a grant for other purposes is then not there. Nobody who says nothing holds one.
      CREATE FUNCTION app_purpose() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT nullif(current_setting('app.purpose', true), '') $$;
      CREATE FUNCTION app_grantees() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT coalesce(nullif(current_setting('app.grantees', true), ''), '{}')::uuid[] $$;
      -- Tests fix the clock through app.now; otherwise the server's clock is everybody's.
      CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT date_trunc('milliseconds', coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now())) $$;

      GRANT EXECUTE ON FUNCTION app_person(), app_membership(), app_organisation(), app_role(), app_purpose(), app_grantees(),
        app_now() TO throughline_app, throughline_jobs, throughline_sealer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app_now(), app_grantees(), app_purpose(), app_role(), app_organisation(), app_membership(), app_person();
      ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC;
    `);
  }
}
