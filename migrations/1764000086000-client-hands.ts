import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One-time links for clients who have no account, their sessions, and what they hold while one is open. */
export class ClientHands1764000086000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(DOOR);
    await runner.query(GRANTS);
    await runner.query(AUDIT);
    await runner.query(CONSENTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY client_withdraws ON consent;
      DROP POLICY client_reads ON consent;
      DROP POLICY client_entry ON audit_entry;
      DROP POLICY client_reads ON audit_entry;
      CALL gather_grant_sources('grant_from_client_link');
      DROP VIEW grant_from_client_link;
      DELETE FROM role_ceiling WHERE role = 'client';
      DROP FUNCTION hand_link_at, hand_session_at, hand_standing;
      DROP TABLE hand_session, hand_link;
      DELETE FROM access_grant WHERE basis = 'client_link';
      DELETE FROM grantee WHERE kind = 'link';
      DROP FUNCTION make_link_grantee, app_link;
    `);
  }
}

const TABLES = `
  -- Set where somebody holds a link, before and after its code was told.
  CREATE FUNCTION app_link() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT nullif(current_setting('app.link', true), '')::uuid $$;
  GRANT EXECUTE ON FUNCTION app_link() TO throughline_app, throughline_jobs, throughline_sealer;

  -- Only hashes. The code's is keyed by the link's own secret, so that a copy of the database does not let six digits be
  -- tried against it.
  CREATE TABLE hand_link (
    id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES client,
    class data_class NOT NULL DEFAULT 'coordination' CHECK (class = 'coordination'),
    token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    code_hash bytea NOT NULL CHECK (length(code_hash) = 32),
    -- Which other way the code was told.
    code_told text NOT NULL CHECK (code_told IN ('in_person', 'phone', 'letter')),
    language text NOT NULL CHECK (language IN ('en', 'fr')),
    -- What it shows: no more than whoever made it could read themselves, since they know the link and the code.
    classes data_classes NOT NULL CHECK (cardinality(classes) > 0),
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL REFERENCES membership,
    -- Until then it can be opened; no session of it goes on after ends_at.
    open_until timestamptz NOT NULL CHECK (open_until > created_at),
    ends_at timestamptz NOT NULL CHECK (ends_at > open_until),
    opened_at timestamptz CHECK (opened_at BETWEEN created_at AND open_until),
    revoked_at timestamptz CHECK (revoked_at >= created_at),
    misses integer NOT NULL CHECK (misses >= 0),
    wait_until timestamptz NOT NULL,
    version integer NOT NULL CHECK (version > 0)
  );
  CREATE INDEX hand_link_of_client ON hand_link (client_id, created_at, id);
  CALL protect_client_table('hand_link', may_change => '{opened_at,revoked_at,misses,wait_until,version}');
  -- Nobody hands out what they do not hold, nor what they hold for an emergency alone; and whoever holds it by her consent
  -- has no key of their own for the day on which she takes that back.
  CREATE POLICY own_classes ON hand_link AS RESTRICTIVE FOR INSERT TO throughline_app
    WITH CHECK (client_lives_here(client_id) AND NOT EXISTS (
    SELECT FROM unnest(classes::text[]) AS shown(class) WHERE NOT EXISTS (SELECT FROM access_grant g
      WHERE g.client_id = hand_link.client_id AND g.scope_id IS NULL AND g.basis <> 'break_glass'
        AND g.valid_from <= (SELECT app_now()) AND (g.valid_until IS NULL OR g.valid_until > (SELECT app_now()))
        AND g.grantee_id = ANY ((SELECT app_grantees())::uuid[]) AND shown.class = ANY (g.read_classes))));
  -- Whoever holds a link reaches that one row, to be counted and to open it.
  CREATE POLICY own_link_read ON hand_link FOR SELECT TO throughline_app
    USING ((SELECT app_role()) = 'client' AND id = (SELECT app_link()));
  CREATE POLICY own_link_update ON hand_link FOR UPDATE TO throughline_app
    USING ((SELECT app_role()) = 'client' AND id = (SELECT app_link()));

  CREATE TABLE hand_session (
    id uuid PRIMARY KEY,
    link_id uuid NOT NULL UNIQUE REFERENCES hand_link,
    client_id uuid NOT NULL REFERENCES client,
    class data_class NOT NULL DEFAULT 'coordination' CHECK (class = 'coordination'),
    token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    started_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL CHECK (expires_at > started_at),
    ended_at timestamptz CHECK (ended_at >= started_at)
  );
  CREATE INDEX hand_session_of_client ON hand_session (client_id);
  ALTER TABLE hand_session ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY owner ON hand_session TO throughline_owner USING (true) WITH CHECK (true);
  CREATE POLICY own_session ON hand_session TO throughline_app
    USING ((SELECT app_role()) = 'client' AND link_id = (SELECT app_link()) AND client_id = (SELECT app_client()));
  GRANT SELECT, INSERT ON hand_session TO throughline_app;
  GRANT UPDATE (expires_at, ended_at) ON hand_session TO throughline_app;

  CREATE FUNCTION make_link_grantee() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    INSERT INTO grantee (id, kind) VALUES (NEW.id, 'link');
    RETURN NULL;
  END $$;
  -- By name before the one that moves grants.
  CREATE TRIGGER hand_link_makes_grantee AFTER INSERT ON hand_link FOR EACH ROW EXECUTE FUNCTION make_link_grantee();
`;

const DOOR = `
  -- What nobody is signed in for: to find by a secret of 256 bits whose link or session it is. Ids alone.
  CREATE FUNCTION hand_link_at(hash bytea) RETURNS TABLE (link_id uuid, client_id uuid, organisation_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
    $$ SELECT l.id, l.client_id, c.home_organisation_id FROM hand_link l JOIN client c ON c.id = l.client_id WHERE l.token_hash = hash $$;
  -- Each use gives it more time, as long as the link goes.
  CREATE FUNCTION hand_session_at(hash bytea, minutes integer)
    RETURNS TABLE (session_id uuid, link_id uuid, client_id uuid, organisation_id uuid, is_open boolean)
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
    $$ WITH used AS (
         UPDATE hand_session s SET expires_at = least(app_now() + minutes * interval '1 minute', l.ends_at) FROM hand_link l
          WHERE s.token_hash = hash AND l.id = s.link_id AND s.ended_at IS NULL AND s.expires_at > app_now() AND l.revoked_at IS NULL
         RETURNING s.id)
       SELECT s.id, s.link_id, s.client_id, c.home_organisation_id, EXISTS (SELECT FROM used)
         FROM hand_session s JOIN client c ON c.id = s.client_id WHERE s.token_hash = hash $$;
  CREATE FUNCTION hand_standing(link uuid, session uuid) RETURNS TABLE (link_id uuid, client_id uuid, organisation_id uuid, is_open boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
    $$ SELECT l.id, l.client_id, c.home_organisation_id, l.revoked_at IS NULL AND EXISTS (SELECT FROM hand_session s
           WHERE s.id = session AND s.link_id = l.id AND s.ended_at IS NULL AND s.expires_at > app_now())
         FROM hand_link l JOIN client c ON c.id = l.client_id WHERE l.id = link $$;
  GRANT EXECUTE ON FUNCTION hand_link_at, hand_session_at, hand_standing TO throughline_app;
`;

const GRANTS = `
  INSERT INTO role_ceiling (role, read_classes, write_classes) VALUES ('client',
    '{identity_name,identity_contact,coordination,medication,substance_use,mental_health}', '{}');
  CREATE VIEW grant_from_client_link WITH (security_invoker = true) AS
    SELECT l.id AS grantee_id, l.client_id,
           ARRAY(SELECT unnest(r.read_classes) INTERSECT SELECT unnest(l.classes) ORDER BY 1)::data_classes AS read_classes,
           r.write_classes, NULL::use_purposes AS purposes,
           NULL::text AS scope_kind, NULL::uuid AS scope_id, 'client_link' AS basis, l.id AS basis_id,
           l.opened_at AS valid_from, l.ends_at AS valid_until
      FROM hand_link l JOIN role_ceiling r ON r.role = 'client'
     WHERE l.opened_at IS NOT NULL AND l.revoked_at IS NULL;
  CALL gather_grant_sources();
  CREATE TRIGGER hand_link_moves_grants AFTER INSERT OR UPDATE OF opened_at, revoked_at OR DELETE ON hand_link
    FOR EACH ROW EXECUTE FUNCTION recompute_after_client_row();
`;

const AUDIT = `
  -- In her own name about her own record; what was not open to her may have been another's.
  CREATE POLICY client_entry ON audit_entry FOR INSERT TO throughline_app WITH CHECK (
    (SELECT app_role()) = 'client' AND role = 'client' AND at = (SELECT app_now()) AND written_by = (SELECT pg_current_xact_id())
    AND person_id = (SELECT app_person()) AND membership_id IS NULL AND organisation_id IS NULL
    AND (client_id = (SELECT app_client()) OR outcome <> 'done'));
  CREATE POLICY client_reads ON audit_entry FOR SELECT TO throughline_app
    USING ((SELECT app_role()) = 'client' AND client_id = (SELECT app_client()));
`;

const CONSENTS = `
  -- What she said is hers to read, whomever she told it to; and what she agreed to, to take back. What she said no to
  -- ends only with somebody of her team: whoever made her link and holds it would let themselves in.
  CREATE POLICY client_reads ON consent FOR SELECT TO throughline_app
    USING ((SELECT app_role()) = 'client' AND client_id = (SELECT app_client()));
  CREATE POLICY client_withdraws ON consent FOR UPDATE TO throughline_app
    USING ((SELECT app_role()) = 'client' AND client_id = (SELECT app_client()) AND decision = 'permit')
    WITH CHECK ((SELECT app_role()) = 'client' AND client_id = (SELECT app_client()) AND updated_by = (SELECT app_link())
      AND state = 'withdrawn');
`;
