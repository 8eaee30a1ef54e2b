import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations, staff, memberships, and the sessions that every request's transaction begins with. */
export class People1764000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE session, grantee, membership, credential, staff, organisation;
      DROP FUNCTION make_grantees;
    `);
  }
}

const TABLES = `
  CREATE TABLE organisation (
    id uuid PRIMARY KEY,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    kind text NOT NULL CHECK (kind IN ('response_line', 'clinic', 'peer_organisation', 'residential_programme', 'pharmacy',
      'housing_agency', 'income_office', 'health_authority', 'community_action_team', 'other')),
    province text NOT NULL CHECK (province IN ('AB','BC','MB','NB','NL','NS','NT','NU','ON','PE','QC','SK','YT')),
    time_zone text NOT NULL,
    languages text[] NOT NULL CHECK (cardinality(languages) > 0),
    created_at timestamptz NOT NULL,
    closed_at timestamptz,
    version integer NOT NULL CHECK (version > 0)
  );

  CREATE TABLE staff (
    id uuid PRIMARY KEY,
    email text NOT NULL UNIQUE CHECK (email = lower(email)),
    display_name text NOT NULL CHECK (length(display_name) BETWEEN 1 AND 200),
    language text NOT NULL CHECK (language IN ('en', 'fr')),
    created_at timestamptz NOT NULL,
    -- When the person took the invitation and chose a password: before that nobody can sign in to this account.
    activated_at timestamptz,
    disabled_at timestamptz,
    version integer NOT NULL CHECK (version > 0)
  );

  CREATE TABLE credential (
    staff_id uuid PRIMARY KEY REFERENCES staff,
    password_hash text NOT NULL,
    changed_at timestamptz NOT NULL
  );

  CREATE TABLE membership (
    id uuid PRIMARY KEY,
    staff_id uuid NOT NULL REFERENCES staff,
    organisation_id uuid NOT NULL REFERENCES organisation,
    role text NOT NULL CHECK (role IN ('line_operator', 'peer_navigator', 'counsellor', 'physician', 'pharmacist',
      'intake_worker', 'coordinator', 'privacy_officer', 'community_partner', 'administrator')),
    started_at timestamptz NOT NULL,
    ended_at timestamptz CHECK (ended_at >= started_at),
    version integer NOT NULL CHECK (version > 0)
  );
  CREATE INDEX membership_of_staff ON membership (staff_id);
  CREATE UNIQUE INDEX membership_once ON membership (staff_id, organisation_id, role) WHERE ended_at IS NULL;
  CREATE INDEX membership_of_organisation ON membership (organisation_id, role);

  -- Whoever a grant can be made to. A membership's grantee has the membership's own id.
  CREATE TABLE grantee (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('membership', 'organisation_role', 'client', 'link', 'service')),
    organisation_id uuid REFERENCES organisation,
    role text,
    CHECK ((kind = 'organisation_role') = (role IS NOT NULL)),
    UNIQUE (organisation_id, role)
  );

  -- An organisation has all its role grantees from its first day, so that grants to a role stand before anybody holds it.
  CREATE FUNCTION make_grantees() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    IF TG_TABLE_NAME = 'membership' THEN
      INSERT INTO grantee (id, kind) VALUES (NEW.id, 'membership');
    ELSE
      INSERT INTO grantee (id, kind, organisation_id, role) SELECT gen_random_uuid(), 'organisation_role', NEW.id, r.role
        FROM unnest(ARRAY['line_operator', 'peer_navigator', 'counsellor', 'physician', 'pharmacist', 'intake_worker',
          'coordinator', 'privacy_officer', 'community_partner', 'administrator']) r(role);
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER membership_makes_grantee AFTER INSERT ON membership FOR EACH ROW EXECUTE FUNCTION make_grantees();
  CREATE TRIGGER organisation_makes_grantees AFTER INSERT ON organisation FOR EACH ROW EXECUTE FUNCTION make_grantees();

  CREATE TABLE session (
    id uuid PRIMARY KEY,
    staff_id uuid NOT NULL REFERENCES staff,
    membership_id uuid NOT NULL REFERENCES membership,
    started_at timestamptz NOT NULL,
    last_used_at timestamptz,
    -- Moves on with each use, up to the longest life of a session.
    expires_at timestamptz NOT NULL,
    ended_at timestamptz,
    -- Coarse on purpose ("Firefox, Android"): enough to recognise one's own session, too little to follow a person.
    device text CHECK (length(device) <= 60),
    -- SHA-256 of the network address: an account's sign-in is not slowed at an address where it stood before.
    address_hash bytea CHECK (length(address_hash) = 32)
  );
  CREATE INDEX session_of_staff ON session (staff_id, started_at);

  -- What a membership belongs to, and whose a credential or session is, never changes.
  GRANT SELECT, INSERT ON organisation, staff, credential, membership, session TO throughline_app;
  GRANT UPDATE ON organisation, staff TO throughline_app;
  GRANT UPDATE (password_hash, changed_at) ON credential TO throughline_app;
  GRANT UPDATE (role, ended_at, version) ON membership TO throughline_app;
  GRANT UPDATE (last_used_at, expires_at, ended_at) ON session TO throughline_app;
  GRANT SELECT ON grantee TO throughline_app;
  GRANT SELECT ON organisation, staff, membership TO throughline_jobs;
`;
