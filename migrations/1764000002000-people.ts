import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations, staff, memberships, and the sessions that every request's transaction begins with. */
export class People1764000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(DIRECTORY);
    await runner.query(OWN);
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
`;

/** Before anybody is signed in, and while the first statement of a request finds out who is asking. */
const UNSIGNED = '(SELECT app_person()) IS NULL';
const ADMINISTERS = `(SELECT app_role()) = 'administrator'`;

const shut = (table: string) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY owner ON ${table} TO throughline_owner USING (true) WITH CHECK (true);`;

/**
 * The directory is everybody's to read: who works where in which role, and under which name. It is written by an
 * administrator of that organisation, and unsigned by whoever founds the first one. Where somebody else's row is locked
 * so that it stands still (a sign-in, a worker who joins a team), USING lets the lock through and WITH CHECK no change.
 */
const DIRECTORY = `
  ${['organisation', 'staff', 'membership'].map(shut).join('')}
  CREATE POLICY directory ON organisation FOR SELECT TO throughline_app USING (true);
  CREATE POLICY founding ON organisation FOR INSERT TO throughline_app WITH CHECK (${UNSIGNED} OR ${ADMINISTERS});
  CREATE POLICY administered ON organisation FOR UPDATE TO throughline_app
    USING (${ADMINISTERS} AND id = (SELECT app_organisation()));

  CREATE POLICY directory ON staff FOR SELECT TO throughline_app, throughline_jobs USING (true);
  CREATE POLICY founding ON staff FOR INSERT TO throughline_app WITH CHECK (${UNSIGNED} OR ${ADMINISTERS});
  CREATE POLICY administered ON staff FOR UPDATE TO throughline_app USING (true) WITH CHECK (${ADMINISTERS}
    AND EXISTS (SELECT FROM membership m WHERE m.staff_id = staff.id AND m.organisation_id = (SELECT app_organisation())));

  CREATE POLICY directory ON membership FOR SELECT TO throughline_app, throughline_jobs USING (true);
  -- To others in one's own organisation; to oneself only as the first administrator of a new one.
  CREATE POLICY given ON membership FOR INSERT TO throughline_app WITH CHECK (${UNSIGNED} OR (${ADMINISTERS}
    AND CASE WHEN staff_id <> (SELECT app_person()) THEN organisation_id = (SELECT app_organisation())
      ELSE role = 'administrator' AND NOT EXISTS (SELECT FROM membership m WHERE m.organisation_id = membership.organisation_id) END));
  CREATE POLICY administered ON membership FOR UPDATE TO throughline_app USING (true)
    WITH CHECK (${ADMINISTERS} AND organisation_id = (SELECT app_organisation()));

  -- What a membership belongs to never changes.
  GRANT SELECT, INSERT ON organisation, staff, membership TO throughline_app;
  GRANT UPDATE (name, kind, province, time_zone, languages, closed_at, version) ON organisation TO throughline_app;
  GRANT UPDATE (email, display_name, language, disabled_at, version) ON staff TO throughline_app;
  GRANT UPDATE (role, ended_at, version) ON membership TO throughline_app;
  GRANT SELECT ON grantee TO throughline_app;
  GRANT SELECT (id, disabled_at) ON staff TO throughline_jobs;
  GRANT SELECT (id, staff_id, organisation_id, role, ended_at) ON membership TO throughline_jobs;
`;

/** Passwords and sessions: whoever is signed in reaches their own. What ends a colleague's sessions is a trigger. */
const OWN = `
  ${['credential', 'session'].map(shut).join('')}
  CREATE POLICY own ON credential TO throughline_app USING (${UNSIGNED} OR staff_id = (SELECT app_person()));
  CREATE POLICY own ON session TO throughline_app USING (${UNSIGNED} OR staff_id = (SELECT app_person()));

  -- Whose a credential or session is never changes.
  GRANT SELECT, INSERT ON credential, session TO throughline_app;
  GRANT UPDATE (password_hash, changed_at) ON credential TO throughline_app;
  GRANT UPDATE (last_used_at, expires_at, ended_at) ON session TO throughline_app;
`;
