import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log of who looked, as it may be read; and the register of what was given out. */
export class AccessLog1764000082000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LOG);
    await runner.query(REGISTER);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE disclosure;
      DROP FUNCTION consent_as_it_stood, clients_of_our_home, access_log_frame, app_client;
    `);
  }
}

const LOG = `
  -- Set where the client herself asks, through her link; nobody's otherwise.
  CREATE FUNCTION app_client() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT nullif(current_setting('app.client', true), '')::uuid $$;
  GRANT EXECUTE ON FUNCTION app_client() TO throughline_app, throughline_jobs, throughline_sealer;

  -- An answer to whoever may read this client's log, and to nobody else.
  CREATE FUNCTION access_log_frame(wanted uuid) RETURNS TABLE (time_zone text) LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS
    $$ SELECT c.time_zone FROM client c WHERE c.id = wanted AND CASE app_role()
         WHEN 'privacy_officer' THEN c.home_organisation_id = app_organisation()
         WHEN 'client' THEN c.id = app_client() ELSE false END $$;
  -- Ids alone, for the privacy officer's view of what others did to the records of the house.
  CREATE FUNCTION clients_of_our_home() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS
    $$ SELECT id FROM client WHERE home_organisation_id = app_organisation() AND app_role() = 'privacy_officer' $$;
  GRANT EXECUTE ON FUNCTION access_log_frame, clients_of_our_home TO throughline_app;
`;

const REGISTER = `
  -- Whatever left the service: to whom, which classes, on which ground, with the consent's scope as it stood then. It has
  -- no words and nothing of what left. Kept ten years (Alberta, Health Information Act: notes of disclosures).
  CREATE TABLE disclosure (
    id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES client,
    class data_class NOT NULL DEFAULT 'coordination' CHECK (class = 'coordination'),
    kind text NOT NULL CHECK (kind IN ('export', 'referral_package', 'feed', 'printed_page', 'access_log')),
    recipient_kind text NOT NULL CHECK (recipient_kind IN ('client', 'organisation', 'role', 'person')),
    recipient_organisation_id uuid REFERENCES organisation,
    recipient_role text,
    recipient_membership_id uuid REFERENCES membership,
    classes data_classes NOT NULL,
    ground text NOT NULL,
    ground_id uuid NOT NULL,
    consent_scope jsonb CHECK (jsonb_typeof(consent_scope) = 'object'),
    purpose text NOT NULL,
    disclosed_at timestamptz NOT NULL,
    -- Nobody's where the client took it herself.
    disclosed_by uuid REFERENCES membership,
    request_id uuid NOT NULL,
    keep_until timestamptz NOT NULL CHECK (keep_until >= disclosed_at + interval '10 years'),
    version integer NOT NULL CHECK (version = 1),
    CHECK ((recipient_kind IN ('organisation', 'role')) = (recipient_organisation_id IS NOT NULL)),
    CHECK ((recipient_kind = 'role') = (recipient_role IS NOT NULL)),
    CHECK ((recipient_kind = 'person') = (recipient_membership_id IS NOT NULL)),
    CHECK (ground <> 'consent' OR consent_scope IS NOT NULL),
    -- What was opened in an emergency is read, and nothing of it leaves.
    CHECK (ground <> 'break_glass')
  );
  CREATE INDEX disclosure_of_client ON disclosure (client_id, disclosed_at, id);

  ALTER TABLE disclosure ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY owner ON disclosure TO throughline_owner USING (true) WITH CHECK (true);
  CREATE POLICY answerable_read ON disclosure FOR SELECT TO throughline_app USING (
    CASE (SELECT app_role()) WHEN 'privacy_officer' THEN client_is_of_our_home(client_id)
      WHEN 'client' THEN client_id = (SELECT app_client()) ELSE false END);
  -- In one's own name, at this moment, about a client whom one sees.
  CREATE POLICY own_act ON disclosure FOR INSERT TO throughline_app WITH CHECK (
    disclosed_at = (SELECT app_now()) AND CASE (SELECT app_role())
      WHEN 'client' THEN client_id = (SELECT app_client()) AND disclosed_by IS NULL
      ELSE disclosed_by = (SELECT app_membership()) AND (client_is_of_our_home(client_id)
        OR EXISTS (SELECT FROM access_grant g WHERE g.client_id = disclosure.client_id AND g.grantee_id = ANY ((SELECT app_grantees())::uuid[])
          AND g.valid_from <= (SELECT app_now()) AND (g.valid_until IS NULL OR g.valid_until > (SELECT app_now())))) END);
  GRANT SELECT, INSERT ON disclosure TO throughline_app;

  -- To whoever acts on this consent: what it said, without anybody's words.
  CREATE FUNCTION consent_as_it_stood(wanted uuid) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS
    $$ BEGIN
      RETURN (SELECT to_jsonb(c) - 'words' FROM consent c WHERE c.id = wanted AND EXISTS (SELECT FROM access_grant g
        WHERE g.client_id = c.client_id AND g.basis = 'consent' AND g.basis_id = c.id AND g.grantee_id = ANY (app_grantees())));
    END $$;
  GRANT EXECUTE ON FUNCTION consent_as_it_stood TO throughline_app;
`;
