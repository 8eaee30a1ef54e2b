import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an exchange of keys has come to, and how a person's record ends: legal hold, retention, erasure by two. */
export class KeysAndRetention1764000085000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(KEYS);
    await runner.query(HOLDS);
    await runner.query(RETENTION);
    await runner.query(ERASURES);
    await runner.query(ERASING);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER nobody_sees_the_erased ON access_grant;
      DROP FUNCTION no_grant_over_the_erased, erase_client, list_retention_due;
      DROP TABLE erasure, retention_due, retention_approval, legal_hold, key_exchange;
      DROP FUNCTION record_is_ours;
      DROP INDEX sealing_key_in_exchange, sealing_key_by_master;
      ALTER TABLE sealing_key DROP COLUMN stage, DROP COLUMN keyed_at;
    `);
  }
}

const KEYS = `
  -- While a client's words are sealed anew, her row holds two wrapped keys behind one another: both open, the first seals.
  ALTER TABLE sealing_key
    ADD stage text CHECK (stage IN ('added', 'turned', 'resealed')),
    -- When the key that seals was made, if not with the record.
    ADD keyed_at timestamptz;
  CREATE INDEX sealing_key_in_exchange ON sealing_key (client_id) WHERE stage IS NOT NULL;
  -- The fingerprint of the master key stands first: a start asks which ones are needed.
  CREATE INDEX sealing_key_by_master ON sealing_key (substring(wrapped FROM 1 FOR 4));

  -- What an exchange has come to, so that one broken off goes on where it was. For the host's command alone.
  CREATE TABLE key_exchange (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('master', 'clients', 'search')),
    step text NOT NULL,
    -- The last client that this step is through with.
    after uuid,
    done integer NOT NULL CHECK (done >= 0),
    total integer NOT NULL CHECK (total >= 0),
    started_at timestamptz NOT NULL,
    moved_at timestamptz NOT NULL,
    finished_at timestamptz
  );
  CREATE UNIQUE INDEX key_exchange_once ON key_exchange (kind) WHERE finished_at IS NULL;
`;

const OFFICER = `(SELECT app_role()) = 'privacy_officer' AND organisation_id = (SELECT app_organisation())`;
/** Who asks for an erasure may also be the coordinator: where there is one privacy officer, she is the second person. */
const KEEPER = `(SELECT app_role()) IN ('privacy_officer', 'coordinator') AND organisation_id = (SELECT app_organisation())`;

const shut = (table: string) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY owner ON ${table} TO throughline_owner USING (true) WITH CHECK (true);`;

const HOLDS = `
  -- Whether this record is at home where the actor answers for records, and was not erased. An answer to nobody else.
  CREATE FUNCTION record_is_ours(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS
    $$ SELECT app_role() IN ('privacy_officer', 'coordinator') AND EXISTS (SELECT FROM client c
         JOIN sealing_key k ON k.client_id = c.id AND octet_length(k.wrapped) > 0
         WHERE c.id = wanted AND c.home_organisation_id = app_organisation()) $$;
  GRANT EXECUTE ON FUNCTION record_is_ours TO throughline_app;

  -- While one stands, the record is neither erased nor listed for it. Reasons are codes: what is written about a dispute
  -- does not belong here.
  CREATE TABLE legal_hold (
    id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES client,
    organisation_id uuid NOT NULL REFERENCES organisation,
    state text NOT NULL CONSTRAINT legal_hold_state CHECK (state IN ('in_force', 'lifted')),
    because text NOT NULL CHECK (because IN ('court_order', 'legal_dispute', 'investigation', 'complaint', 'access_request', 'other')),
    placed_at timestamptz NOT NULL,
    placed_by uuid NOT NULL REFERENCES membership,
    lifted_because text CHECK (lifted_because IN ('order_ended', 'dispute_settled', 'investigation_closed', 'request_answered',
      'placed_by_mistake', 'other')),
    lifted_at timestamptz CHECK (lifted_at >= placed_at),
    lifted_by uuid REFERENCES membership,
    version integer NOT NULL CHECK (version > 0),
    CHECK ((state = 'lifted') = (lifted_at IS NOT NULL) AND (lifted_at IS NULL) = (lifted_by IS NULL)
      AND (lifted_at IS NULL) = (lifted_because IS NULL))
  );
  CREATE INDEX legal_hold_of_client ON legal_hold (client_id, state);
  CREATE INDEX legal_hold_of_organisation ON legal_hold (organisation_id, placed_at, id);
  ${shut('legal_hold')}
  CREATE POLICY ours_read ON legal_hold FOR SELECT TO throughline_app USING (${KEEPER});
  CREATE POLICY ours_insert ON legal_hold FOR INSERT TO throughline_app WITH CHECK (${OFFICER} AND state = 'in_force'
    AND placed_by = (SELECT app_membership()) AND record_is_ours(client_id));
  CREATE POLICY ours_update ON legal_hold FOR UPDATE TO throughline_app USING (${OFFICER})
    WITH CHECK (${OFFICER} AND lifted_by = (SELECT app_membership()));
  GRANT SELECT, INSERT, UPDATE (state, lifted_because, lifted_at, lifted_by, version) ON legal_hold TO throughline_app;
`;

const RETENTION = `
  -- Which rule an organisation's privacy officer has approved, with the numbers as they stood: what was approved is what acts.
  CREATE TABLE retention_approval (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    rule text NOT NULL,
    stated_on date NOT NULL,
    covers text NOT NULL CHECK (covers IN ('client_record', 'disclosure_notes')),
    province text NOT NULL,
    years smallint NOT NULL CHECK (years BETWEEN 1 AND 100),
    majority_age smallint CHECK (majority_age BETWEEN 16 AND 25),
    state text NOT NULL CONSTRAINT retention_approval_state CHECK (state IN ('approved', 'set_aside')),
    approved_at timestamptz NOT NULL,
    approved_by uuid NOT NULL REFERENCES membership,
    set_aside_at timestamptz CHECK (set_aside_at >= approved_at),
    set_aside_by uuid REFERENCES membership,
    version integer NOT NULL CHECK (version > 0),
    CHECK ((state = 'set_aside') = (set_aside_at IS NOT NULL) AND (set_aside_at IS NULL) = (set_aside_by IS NULL)),
    UNIQUE (organisation_id, rule)
  );
  ${shut('retention_approval')}
  CREATE POLICY ours_read ON retention_approval FOR SELECT TO throughline_app USING (${OFFICER});
  CREATE POLICY ours_insert ON retention_approval FOR INSERT TO throughline_app
    WITH CHECK (${OFFICER} AND approved_by = (SELECT app_membership()));
  CREATE POLICY ours_update ON retention_approval FOR UPDATE TO throughline_app USING (${OFFICER})
    WITH CHECK (${OFFICER} AND CASE state WHEN 'approved' THEN approved_by ELSE set_aside_by END = (SELECT app_membership()));
  GRANT SELECT, INSERT, UPDATE (stated_on, covers, province, years, majority_age, state, approved_at, approved_by,
    set_aside_at, set_aside_by, version) ON retention_approval TO throughline_app;

  -- Whose record has been kept long enough, by which approved rule. A list and nothing more: it erases nobody.
  CREATE TABLE retention_due (
    client_id uuid PRIMARY KEY REFERENCES client,
    organisation_id uuid NOT NULL REFERENCES organisation,
    approval_id uuid NOT NULL REFERENCES retention_approval,
    rule text NOT NULL,
    last_entry_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    listed_at timestamptz NOT NULL
  );
  CREATE INDEX retention_due_of_organisation ON retention_due (organisation_id, due_at, client_id);
  ${shut('retention_due')}
  CREATE POLICY ours_read ON retention_due FOR SELECT TO throughline_app USING (${KEEPER});
  GRANT SELECT ON retention_due TO throughline_app;

  -- The one door of role jobs to this: it reads no record itself. The birth date is sealed, so a person counts as born on
  -- the day her record began, and nothing falls due too early.
  CREATE FUNCTION list_retention_due() RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE listed integer;
  BEGIN
    DELETE FROM retention_due;
    INSERT INTO retention_due
      SELECT DISTINCT ON (c.id) c.id, c.home_organisation_id, a.id, a.rule, entry.last_at, due.at, app_now()
        FROM retention_approval a
        JOIN client c ON c.home_organisation_id = a.organisation_id AND c.province = a.province
        JOIN sealing_key k ON k.client_id = c.id AND octet_length(k.wrapped) > 0
        CROSS JOIN LATERAL (SELECT greatest(c.updated_at, (SELECT max(h.at) FROM change h WHERE h.client_id = c.id)) AS last_at) entry
        CROSS JOIN LATERAL (SELECT greatest(entry.last_at, c.created_at + coalesce(a.majority_age, 0) * interval '1 year')
          + a.years * interval '1 year' AS at) due
       WHERE a.state = 'approved' AND a.covers = 'client_record' AND due.at <= app_now()
         AND NOT EXISTS (SELECT FROM legal_hold h WHERE h.client_id = c.id AND h.state = 'in_force')
       ORDER BY c.id, due.at DESC;
    GET DIAGNOSTICS listed = ROW_COUNT;
    RETURN listed;
  END $$;
  GRANT EXECUTE ON FUNCTION list_retention_due TO throughline_jobs;
`;

const ERASURES = `
  CREATE TABLE erasure (
    id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES client,
    organisation_id uuid NOT NULL REFERENCES organisation,
    state text NOT NULL CONSTRAINT erasure_state CHECK (state IN ('requested', 'erased', 'declined', 'withdrawn')),
    because text NOT NULL CHECK (because IN ('client_asked', 'retention_over', 'court_order', 'made_by_mistake')),
    requested_at timestamptz NOT NULL,
    requested_by uuid NOT NULL REFERENCES membership,
    requested_by_person uuid NOT NULL REFERENCES staff,
    -- Three days in which somebody may think of a hold, and she of something else.
    not_before timestamptz NOT NULL CHECK (not_before >= requested_at + interval '72 hours'),
    decided_at timestamptz CHECK (decided_at >= requested_at),
    decided_by uuid REFERENCES membership,
    decided_by_person uuid REFERENCES staff,
    version integer NOT NULL CHECK (version > 0),
    CHECK ((state = 'requested') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)
      AND (decided_at IS NULL) = (decided_by_person IS NULL)),
    -- Two different people, whatever their roles.
    CONSTRAINT erased_by_two CHECK (state <> 'erased' OR decided_by_person <> requested_by_person)
  );
  CREATE UNIQUE INDEX erasure_once ON erasure (client_id) WHERE state IN ('requested', 'erased');
  CREATE INDEX erasure_of_organisation ON erasure (organisation_id, requested_at, id);
  ${shut('erasure')}
  CREATE POLICY ours_read ON erasure FOR SELECT TO throughline_app USING (${KEEPER});
  CREATE POLICY ours_insert ON erasure FOR INSERT TO throughline_app WITH CHECK (${KEEPER} AND state = 'requested'
    AND requested_by = (SELECT app_membership()) AND requested_by_person = (SELECT app_person()) AND record_is_ours(client_id));
  -- Erased is what only erase_client says.
  CREATE POLICY ours_update ON erasure FOR UPDATE TO throughline_app USING (${KEEPER} AND state = 'requested')
    WITH CHECK (${KEEPER} AND state IN ('declined', 'withdrawn') AND decided_by = (SELECT app_membership())
      AND decided_by_person = (SELECT app_person()));
  GRANT SELECT, INSERT, UPDATE (state, decided_at, decided_by, decided_by_person, version) ON erasure TO throughline_app;
`;

const ERASING = `
  -- Whatever a source of access says: nobody holds anything over somebody whose key is shredded.
  CREATE FUNCTION no_grant_over_the_erased() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    IF EXISTS (SELECT FROM sealing_key k WHERE k.client_id = NEW.client_id AND octet_length(k.wrapped) = 0) THEN
      RETURN NULL;
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER nobody_sees_the_erased BEFORE INSERT ON access_grant
    FOR EACH ROW EXECUTE FUNCTION no_grant_over_the_erased();

  -- Shreds the key that opens what people wrote, and takes away by what she was found. Asked again of everything that the
  -- application should have asked: two people, three days, no hold. Rows, dates, codes and the audit stay as they are.
  CREATE FUNCTION erase_client(wanted uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE asked erasure;
  BEGIN
    SELECT * INTO asked FROM erasure WHERE id = wanted AND organisation_id = app_organisation() FOR UPDATE;
    -- Takes turns with whoever places a hold on her, or moves her grants.
    PERFORM pg_advisory_xact_lock(hashtextextended(asked.client_id::text, 7));
    IF asked.id IS NULL OR asked.state <> 'requested' OR app_role() IS DISTINCT FROM 'privacy_officer' OR app_person() IS NULL
      OR asked.requested_by_person = app_person() OR asked.not_before > app_now()
      OR EXISTS (SELECT FROM legal_hold h WHERE h.client_id = asked.client_id AND h.state = 'in_force') THEN
      RAISE EXCEPTION 'this erasure is not open to be carried out' USING ERRCODE = 'insufficient_privilege';
    END IF;
    UPDATE erasure SET state = 'erased', decided_at = app_now(), decided_by = app_membership(), decided_by_person = app_person(),
      version = version + 1 WHERE id = wanted;
    UPDATE sealing_key SET wrapped = '', stage = NULL WHERE client_id = asked.client_id;
    DELETE FROM search_token WHERE client_id = asked.client_id;
    DELETE FROM access_grant WHERE client_id = asked.client_id;
    DELETE FROM retention_due WHERE client_id = asked.client_id;
  END $$;
  GRANT EXECUTE ON FUNCTION erase_client TO throughline_app;
`;
