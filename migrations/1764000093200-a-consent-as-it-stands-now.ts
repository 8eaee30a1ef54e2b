import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is asked about a consent is answered to whoever acts on it now, for what they ask; not to whoever once did, or will. */
export class AConsentAsItStandsNow1764000093200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(functions(IN_FORCE));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(functions(''));
  }
}

/** The functions step over the policy of access_grant, so they ask again what it asks. */
const IN_FORCE = `
        AND g.valid_from <= app_now() AND (g.valid_until IS NULL OR g.valid_until > app_now())
        AND (g.purposes IS NULL OR app_purpose() = ANY (g.purposes))`;

const functions = (inForce: string) => `
  CREATE OR REPLACE FUNCTION consent_as_it_stood(wanted uuid) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS
    $$ BEGIN
      RETURN (SELECT to_jsonb(c) - 'words' - 'end_words' FROM consent c WHERE c.id = wanted AND EXISTS (SELECT FROM access_grant g
        WHERE g.client_id = c.client_id AND g.basis = 'consent' AND g.basis_id = c.id AND g.grantee_id = ANY (app_grantees())${inForce}));
    END $$;
  CREATE OR REPLACE FUNCTION client_lives_here(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS
    $$ SELECT EXISTS (SELECT FROM client WHERE id = wanted AND home_organisation_id = app_organisation())
          AND EXISTS (SELECT FROM access_grant g WHERE g.client_id = wanted AND g.grantee_id = ANY (app_grantees())${inForce}) $$;
`;
