import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Refresh tokens, invitations and the counters that slow down guessing; and what ends sessions by itself. */
export class Accounts1764000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(ENDING);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER membership_ends_sessions ON membership;
      DROP TRIGGER membership_withdraws_invitations ON membership;
      DROP TRIGGER credential_activates_account ON credential;
      DROP TRIGGER staff_ends_sessions ON staff;
      DROP FUNCTION end_sessions_of_membership, end_sessions_of_staff, withdraw_invitations_of_shared,
        activate_account;
      DROP INDEX session_of_membership;
      DROP TABLE sign_in_misses, invitation, refresh_token;
    `);
  }
}

/** Before anybody is signed in. */
const UNSIGNED = '(SELECT app_person()) IS NULL';
/** The account works in the organisation that the actor administers. */
const OURS = `(SELECT app_role()) = 'administrator' AND EXISTS (SELECT FROM membership m
    WHERE m.staff_id = invitation.staff_id AND m.organisation_id = (SELECT app_organisation()))`;

const TABLES = `
  -- Only hashes: a copy of the database signs nobody in. SHA-256 is enough for 256 random bits.
  CREATE TABLE refresh_token (
    hash bytea PRIMARY KEY CHECK (length(hash) = 32),
    session_id uuid NOT NULL REFERENCES session,
    issued_at timestamptz NOT NULL,
    used_at timestamptz CHECK (used_at >= issued_at),
    -- The one that was given for this one, and whether another took its place because it never arrived.
    successor bytea,
    superseded_at timestamptz
  );
  CREATE INDEX refresh_token_of_session ON refresh_token (session_id);

  CREATE TABLE invitation (
    id uuid PRIMARY KEY,
    -- Whose; nobody's for the first administrator's.
    staff_id uuid REFERENCES staff,
    token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    created_at timestamptz NOT NULL,
    created_by uuid,
    expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
    accepted_at timestamptz,
    withdrawn_at timestamptz,
    CHECK (accepted_at IS NULL OR withdrawn_at IS NULL)
  );
  -- The first administrator's stand beside each other, one for each replica that printed one.
  CREATE UNIQUE INDEX invitation_open_once ON invitation (staff_id)
    WHERE accepted_at IS NULL AND withdrawn_at IS NULL;

  -- Sign-ins that were not accepted, counted for an account at an address, for an account, and for an address.
  CREATE TABLE sign_in_misses (
    key bytea PRIMARY KEY CHECK (length(key) = 32),
    count integer NOT NULL CHECK (count >= 0),
    last_at timestamptz NOT NULL,
    wait_until timestamptz NOT NULL
  );
  CREATE INDEX sign_in_misses_by_age ON sign_in_misses (last_at);

  -- Tokens are reached by whoever reaches their session.
  ALTER TABLE refresh_token ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY owner ON refresh_token TO throughline_owner USING (true) WITH CHECK (true);
  CREATE POLICY of_session ON refresh_token TO throughline_app
    USING (${UNSIGNED} OR EXISTS (SELECT FROM session s WHERE s.id = session_id));

  -- An administrator invites who works in her organisation, in her own name; without a name it is the host's.
  ALTER TABLE invitation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY owner ON invitation TO throughline_owner USING (true) WITH CHECK (true);
  CREATE POLICY ours_read ON invitation FOR SELECT TO throughline_app USING (${UNSIGNED} OR (${OURS}));
  CREATE POLICY ours_update ON invitation FOR UPDATE TO throughline_app USING (${UNSIGNED} OR (${OURS}));
  CREATE POLICY ours_insert ON invitation FOR INSERT TO throughline_app WITH CHECK (
    CASE WHEN ${UNSIGNED} THEN created_by IS NULL ELSE created_by = (SELECT app_membership()) AND ${OURS} END);

  GRANT SELECT, INSERT ON refresh_token, invitation, sign_in_misses TO throughline_app;
  GRANT UPDATE (used_at, successor, superseded_at) ON refresh_token TO throughline_app;
  GRANT UPDATE (accepted_at, withdrawn_at) ON invitation TO throughline_app;
  GRANT UPDATE (count, last_at, wait_until), DELETE ON sign_in_misses TO throughline_app;
`;

const ENDING = `
  CREATE INDEX session_of_membership ON session (membership_id);
  -- Whoever ends a membership, changes its role or disables an account ends the sessions with it, for good: enabling the
  -- account again revives none of them.
  CREATE FUNCTION end_sessions_of_membership() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    UPDATE session SET ended_at = app_now() WHERE membership_id = NEW.id AND ended_at IS NULL;
    RETURN NULL;
  END $$;
  CREATE TRIGGER membership_ends_sessions AFTER UPDATE OF role, ended_at ON membership
    FOR EACH ROW WHEN (NEW.role <> OLD.role OR NEW.ended_at IS NOT NULL) EXECUTE FUNCTION end_sessions_of_membership();

  CREATE FUNCTION end_sessions_of_staff() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    UPDATE session SET ended_at = app_now() WHERE staff_id = NEW.id AND ended_at IS NULL;
    RETURN NULL;
  END $$;
  CREATE TRIGGER staff_ends_sessions AFTER UPDATE OF disabled_at ON staff
    FOR EACH ROW WHEN (NEW.disabled_at IS NOT NULL) EXECUTE FUNCTION end_sessions_of_staff();

  -- Whoever has a password can sign in, however she came by it.
  CREATE FUNCTION activate_account() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    UPDATE staff SET activated_at = NEW.changed_at, version = version + 1 WHERE id = NEW.staff_id AND activated_at IS NULL;
    RETURN NULL;
  END $$;
  CREATE TRIGGER credential_activates_account AFTER INSERT ON credential
    FOR EACH ROW EXECUTE FUNCTION activate_account();

  -- A link that sets the password of an account is made by its organisation. From the moment that another organisation
  -- trusts the account too, nobody but its owner sets it.
  CREATE FUNCTION withdraw_invitations_of_shared() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    UPDATE invitation i SET withdrawn_at = app_now()
      FROM staff p
      WHERE i.staff_id = NEW.staff_id AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL
        AND p.id = NEW.staff_id AND p.activated_at IS NOT NULL
        AND EXISTS (SELECT FROM membership e WHERE e.staff_id = NEW.staff_id AND e.ended_at IS NULL
          AND e.organisation_id <> NEW.organisation_id);
    RETURN NULL;
  END $$;
  CREATE TRIGGER membership_withdraws_invitations AFTER INSERT ON membership
    FOR EACH ROW EXECUTE FUNCTION withdraw_invitations_of_shared();
`;
