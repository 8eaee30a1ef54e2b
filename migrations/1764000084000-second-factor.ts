import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The second factor, what a sign-in waits for between password and code, and when a session last showed one. */
export class SecondFactor1764000084000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SESSION);
    await runner.query(FACTORS);
    await runner.query(RESET);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION reset_second_factor;
      DROP TABLE pending_sign_in, recovery_code, second_factor;
      DELETE FROM house_key WHERE purpose = 'second-factor';
      ALTER TABLE house_key DROP CONSTRAINT house_key_purpose_check;
      ALTER TABLE house_key ADD CONSTRAINT house_key_purpose_check
        CHECK (purpose IN ('token-signing', 'search', 'receipt', 'address', 'audit-seal'));
      ALTER TABLE session DROP COLUMN verified_at;
    `);
  }
}

/** Before anybody is signed in. */
const UNSIGNED = '(SELECT app_person()) IS NULL';

const shut = (table: string, policy: string) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY owner ON ${table} TO throughline_owner USING (true) WITH CHECK (true);
  CREATE POLICY own ON ${table} TO throughline_app USING (${policy});`;

const SESSION = `
  -- When the second factor was last shown in this session; never, where nobody asked for one.
  ALTER TABLE session ADD COLUMN verified_at timestamptz;
  GRANT UPDATE (verified_at) ON session TO throughline_app;
`;

const FACTORS = `
  ALTER TABLE house_key DROP CONSTRAINT house_key_purpose_check;
  ALTER TABLE house_key ADD CONSTRAINT house_key_purpose_check
    CHECK (purpose IN ('token-signing', 'search', 'receipt', 'address', 'audit-seal', 'second-factor'));

  -- One that stands for each account, and beside it one that waits to be confirmed. One that is over keeps no secret.
  CREATE TABLE second_factor (
    id uuid PRIMARY KEY,
    staff_id uuid NOT NULL REFERENCES staff,
    -- Under which key of the house the secret is sealed and the recovery codes are hashed.
    key_id uuid NOT NULL REFERENCES house_key,
    secret bytea,
    made_at timestamptz NOT NULL,
    confirmed_at timestamptz CHECK (confirmed_at >= made_at),
    -- The number of the half-minute of the last code that was taken: neither it nor an earlier one is taken again.
    last_step bigint,
    ended_at timestamptz CHECK (ended_at >= made_at),
    ended_because text CHECK (ended_because IN ('replaced', 'removed', 'reset', 'begun_again')),
    CHECK ((ended_at IS NULL) = (secret IS NOT NULL) AND (ended_at IS NULL) = (ended_because IS NULL)),
    CHECK ((confirmed_at IS NULL) = (last_step IS NULL))
  );
  CREATE UNIQUE INDEX second_factor_once ON second_factor (staff_id) WHERE confirmed_at IS NOT NULL AND ended_at IS NULL;
  CREATE UNIQUE INDEX second_factor_waits_once ON second_factor (staff_id) WHERE confirmed_at IS NULL AND ended_at IS NULL;
  CREATE INDEX second_factor_of_staff ON second_factor (staff_id);

  -- For whoever lost what shows the codes: hashed, each good once.
  CREATE TABLE recovery_code (
    factor_id uuid NOT NULL REFERENCES second_factor,
    hash bytea NOT NULL CHECK (length(hash) = 32),
    made_at timestamptz NOT NULL,
    used_at timestamptz CHECK (used_at >= made_at),
    -- Others took its place.
    withdrawn_at timestamptz,
    PRIMARY KEY (factor_id, hash)
  );

  -- The password was right, the code is still to come. Only the hash of its token; no session, so it opens nothing.
  CREATE TABLE pending_sign_in (
    token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
    staff_id uuid NOT NULL REFERENCES staff,
    membership_id uuid NOT NULL REFERENCES membership,
    made_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL CHECK (expires_at > made_at AND expires_at <= made_at + interval '10 minutes'),
    used_at timestamptz
  );
  CREATE INDEX pending_sign_in_by_age ON pending_sign_in (expires_at);
  CREATE INDEX pending_sign_in_of_staff ON pending_sign_in (staff_id);
  CREATE INDEX pending_sign_in_of_membership ON pending_sign_in (membership_id);

  ${shut('second_factor', `${UNSIGNED} OR staff_id = (SELECT app_person())`)}
  ${shut('recovery_code', `${UNSIGNED} OR EXISTS (SELECT FROM second_factor f WHERE f.id = factor_id)`)}
  ${shut('pending_sign_in', UNSIGNED)}
  GRANT SELECT, INSERT ON second_factor, recovery_code, pending_sign_in TO throughline_app;
  GRANT UPDATE (secret, confirmed_at, last_step, ended_at, ended_because) ON second_factor TO throughline_app;
  GRANT UPDATE (used_at, withdrawn_at) ON recovery_code TO throughline_app;
  GRANT UPDATE (used_at), DELETE ON pending_sign_in TO throughline_app;
`;

const RESET = `
  -- For a colleague who lost both the device and the recovery codes: an administrator of an organisation where she works
  -- ends the factor without seeing anything of it, and with it every session and every sign-in half done. Never her own.
  CREATE FUNCTION reset_second_factor(colleague uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE
    ended integer;
  BEGIN
    IF app_role() IS DISTINCT FROM 'administrator' OR colleague IS NOT DISTINCT FROM app_person() OR NOT EXISTS (
      SELECT FROM membership WHERE staff_id = colleague AND organisation_id = app_organisation() AND ended_at IS NULL) THEN
      RAISE EXCEPTION 'only an administrator there resets the second factor of a colleague' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM FROM staff WHERE id = colleague FOR NO KEY UPDATE;
    UPDATE second_factor SET secret = NULL, ended_at = app_now(), ended_because = 'reset'
      WHERE staff_id = colleague AND ended_at IS NULL AND confirmed_at IS NOT NULL;
    GET DIAGNOSTICS ended = ROW_COUNT;
    UPDATE session SET ended_at = app_now() WHERE staff_id = colleague AND ended_at IS NULL;
    UPDATE pending_sign_in SET used_at = app_now() WHERE staff_id = colleague AND used_at IS NULL;
    RETURN ended > 0;
  END $$;
  GRANT EXECUTE ON FUNCTION reset_second_factor TO throughline_app;
`;
