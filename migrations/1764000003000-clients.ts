import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Clients, their care team, and the grants that follow from it. */
export class Clients1764000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CLASSES);
    await runner.query(GRANTS);
    await runner.query(PROTECT);
    await runner.query(CLIENT_TABLES);
    await runner.query(SOURCES);
    await runner.query(KEYS_AND_SEARCH);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER membership_moves_grants ON membership;
      DROP TRIGGER client_moves_grants ON client;
      DROP TRIGGER care_team_moves_grants ON care_team_member;
      DROP FUNCTION recompute_after_membership, recompute_after_client, recompute_after_client_row, recompute_grants;
      DROP PROCEDURE gather_grant_sources;
      DROP VIEW expected_grants, narrowed_grant, permitted_to_each, denied_class, permitted_grant, grant_from_supervision,
        grant_from_care_team;
      DROP TABLE house_key, search_token, sealing_key, supporter, channel, client_name, care_team_member, client;
      DROP FUNCTION client_awaits_team, client_is_of_our_home;
      DROP PROCEDURE protect_client_table;
      DROP TABLE access_grant, role_ceiling;
      DROP FUNCTION every_purpose;
      DROP DOMAIN use_purposes, data_classes, data_class;
    `);
  }
}

const CLASSES = `
  CREATE DOMAIN data_class AS text CHECK (VALUE IN ('identity_name', 'identity_contact', 'coordination', 'medication',
    'substance_use', 'mental_health', 'counselling'));
  CREATE DOMAIN data_classes AS text[] CHECK (VALUE <@ ARRAY['identity_name', 'identity_contact', 'coordination',
    'medication', 'substance_use', 'mental_health', 'counselling']);

  -- What something is read for: PURPOSES of src/access/actor.ts.
  CREATE DOMAIN use_purposes AS text[] CHECK (cardinality(VALUE) > 0 AND VALUE <@ ARRAY['treatment', 'care_management',
    'operations', 'emergency', 'client_request']);
  CREATE FUNCTION every_purpose() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    $$ SELECT ARRAY['treatment', 'care_management', 'operations', 'emergency', 'client_request'] $$;

  -- The most a role may ever hold, the same table as ROLE_CEILINGS in src/access/policy.ts; a contract test compares them.
  CREATE TABLE role_ceiling (
    role text PRIMARY KEY,
    read_classes data_classes NOT NULL,
    write_classes data_classes NOT NULL,
    -- Held by nothing but her consent that names them.
    consent_classes data_classes NOT NULL DEFAULT '{}'
  );
  INSERT INTO role_ceiling VALUES
    ('peer_navigator', '{identity_name,identity_contact,coordination,medication,substance_use,mental_health}',
      '{identity_name,identity_contact,coordination,substance_use}'),
    ('counsellor', '{identity_name,identity_contact,coordination,medication,substance_use,mental_health,counselling}',
      '{identity_name,identity_contact,coordination,substance_use,mental_health,counselling}'),
    ('physician', '{identity_name,identity_contact,coordination,medication,substance_use,mental_health}',
      '{identity_name,identity_contact,coordination,medication,substance_use,mental_health}'),
    ('coordinator', '{identity_name,identity_contact,coordination}', '{coordination}');
  UPDATE role_ceiling SET consent_classes = '{counselling}' WHERE role = 'physician';
  GRANT SELECT ON role_ceiling TO throughline_app;
`;

const GRANTS = `
  CREATE TABLE access_grant (
    grantee_id uuid NOT NULL,
    client_id uuid NOT NULL,
    read_classes data_classes NOT NULL,
    write_classes data_classes NOT NULL,
    -- Null: for any.
    purposes use_purposes,
    scope_kind text CHECK (scope_kind IN ('referral', 'pharmacy')),
    scope_id uuid,
    basis text NOT NULL CHECK (basis IN ('care_team', 'supervision', 'consent', 'referral', 'routing', 'break_glass',
      'client_link')),
    basis_id uuid NOT NULL,
    valid_from timestamptz NOT NULL,
    valid_until timestamptz,
    CHECK ((scope_kind IS NULL) = (scope_id IS NULL)),
    CHECK (valid_until > valid_from),
    -- One ground has several rows where something was denied for a time, for a class or for a purpose.
    UNIQUE NULLS NOT DISTINCT (client_id, grantee_id, basis, basis_id, valid_from, valid_until, purposes, write_classes)
  );
  -- What policies probe, row by row: both columns as index conditions, and no other grantee's rows are read.
  CREATE INDEX access_grant_of_grantee ON access_grant (grantee_id, client_id);
  ALTER TABLE access_grant ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY owner ON access_grant TO throughline_owner USING (true) WITH CHECK (true);
  -- For another purpose a grant is not there: what probes it, here and in every policy below, cannot forget to ask.
  CREATE POLICY own_grants ON access_grant FOR SELECT TO throughline_app
    USING (grantee_id = ANY ((SELECT app_grantees())::uuid[]) AND (purposes IS NULL OR (SELECT app_purpose()) = ANY (purposes)));
  GRANT SELECT ON access_grant TO throughline_app;
`;

const PROTECT = `
  -- One definition of what stands behind every client table: a row is seen, made or changed only where one of the
  -- actor's own grants, in force now and not narrowed to one referral or pharmacy, holds the row's class. Whoever writes
  -- signs with their own membership, and only the columns in may_change ever change: never whose a row is, its class, its
  -- home or who made it when.
  CREATE PROCEDURE protect_client_table(target regclass, verbs text[] DEFAULT '{SELECT,INSERT,UPDATE}', may_change text[] DEFAULT '{}')
  LANGUAGE plpgsql AS $$
  DECLARE
    subject text := CASE WHEN target = to_regclass('client') THEN 'id' ELSE 'client_id' END;
    held text := format('EXISTS (SELECT FROM access_grant g WHERE g.client_id = %1$s.%2$I AND g.scope_id IS NULL'
      ' AND g.valid_from <= (SELECT app_now()) AND (g.valid_until IS NULL OR g.valid_until > (SELECT app_now()))'
      ' AND g.grantee_id = ANY ((SELECT app_grantees())::uuid[]) AND %1$s.class = ANY (g.%%s))', target, subject);
    signed text := (SELECT coalesce(string_agg(format(' AND %I = (SELECT app_membership())', attname), '' ORDER BY attnum), '')
      FROM pg_attribute WHERE attrelid = target AND attname IN ('created_by', 'updated_by', 'written_by') AND NOT attisdropped);
    signed_again text := (SELECT coalesce(string_agg(format(' AND %I = (SELECT app_membership())', attname), '' ORDER BY attnum), '')
      FROM pg_attribute WHERE attrelid = target AND attname IN ('updated_by', 'written_by') AND NOT attisdropped);
  BEGIN
    IF ('UPDATE' = ANY (verbs)) <> (cardinality(may_change) > 0) THEN
      RAISE EXCEPTION 'name the columns of % that may change', target;
    END IF;
    IF may_change && '{id,client_id,class,home_organisation_id,membership_id,section,created_at,created_by,started_at}' THEN
      RAISE EXCEPTION 'whose a row of % is, its class and its origin never change', target;
    END IF;
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', target);
    EXECUTE format('CREATE POLICY owner ON %s TO throughline_owner USING (true) WITH CHECK (true)', target);
    IF 'SELECT' = ANY (verbs) THEN
      EXECUTE format('CREATE POLICY granted_read ON %s FOR SELECT TO throughline_app USING (%s)', target, format(held, 'read_classes'));
    END IF;
    IF 'INSERT' = ANY (verbs) THEN
      EXECUTE format('CREATE POLICY granted_insert ON %s FOR INSERT TO throughline_app WITH CHECK (%s%s)', target, format(held, 'write_classes'), signed);
    END IF;
    IF 'UPDATE' = ANY (verbs) THEN
      EXECUTE format('CREATE POLICY granted_update ON %s FOR UPDATE TO throughline_app USING (%2$s) WITH CHECK (%2$s%3$s)', target, format(held, 'write_classes'), signed_again);
      EXECUTE format('GRANT UPDATE (%s) ON %s TO throughline_app', (SELECT string_agg(quote_ident(c), ', ') FROM unnest(may_change) c), target);
    END IF;
    IF 'DELETE' = ANY (verbs) THEN
      EXECUTE format('CREATE POLICY granted_delete ON %s FOR DELETE TO throughline_app USING (%s)', target, format(held, 'write_classes'));
    END IF;
    EXECUTE format('GRANT %s ON %s TO throughline_app', array_to_string(array_remove(verbs, 'UPDATE'), ', '), target);
  END $$;
`;

const CLIENT_TABLES = `
  CREATE TABLE client (
    id uuid PRIMARY KEY,
    class data_class NOT NULL DEFAULT 'identity_name' CHECK (class = 'identity_name'),
    home_organisation_id uuid NOT NULL REFERENCES organisation,
    province text NOT NULL CHECK (province IN ('AB','BC','MB','NB','NL','NS','NT','NU','ON','PE','QC','SK','YT')),
    time_zone text NOT NULL,
    languages text[] NOT NULL,
    heard_of_us text CHECK (heard_of_us IN ('response_line', 'friend_or_family', 'peer', 'clinic', 'hospital', 'pharmacy',
      'shelter_or_housing', 'outreach', 'corrections', 'online', 'other')),
    words bytea NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    updated_at timestamptz NOT NULL,
    version integer NOT NULL CHECK (version > 0)
  );
  CREATE INDEX client_of_home ON client (home_organisation_id, id);
  CALL protect_client_table('client', '{SELECT,UPDATE}', '{province,time_zone,languages,heard_of_us,words,updated_at,version}');
  CREATE POLICY new_client ON client FOR INSERT TO throughline_app WITH CHECK (
    home_organisation_id = (SELECT app_organisation()) AND created_by = (SELECT app_membership())
    AND EXISTS (SELECT FROM role_ceiling r WHERE r.role = (SELECT app_role()) AND 'identity_name' = ANY (r.write_classes)));
  GRANT INSERT ON client TO throughline_app;

  CREATE TABLE care_team_member (
    id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES client,
    class data_class NOT NULL DEFAULT 'coordination' CHECK (class = 'coordination'),
    membership_id uuid NOT NULL REFERENCES membership,
    is_primary boolean NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at timestamptz CHECK (ended_at >= started_at),
    ended_because text CHECK (ended_because IN ('client_asked', 'worker_left', 'handed_over', 'other_team', 'relationship_disclosed', 'other')),
    created_by uuid NOT NULL,
    version integer NOT NULL CHECK (version > 0)
  );
  CREATE UNIQUE INDEX care_team_once ON care_team_member (client_id, membership_id) WHERE ended_at IS NULL;
  CREATE UNIQUE INDEX care_team_one_primary ON care_team_member (client_id) WHERE is_primary AND ended_at IS NULL;
  CREATE INDEX care_team_of_client ON care_team_member (client_id);
  CREATE INDEX care_team_of_membership ON care_team_member (membership_id) WHERE ended_at IS NULL;

  -- For the privacy officer's policies, and an answer to nobody else.
  CREATE FUNCTION client_is_of_our_home(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS
    $$ SELECT app_role() = 'privacy_officer' AND EXISTS (SELECT FROM client WHERE id = wanted AND home_organisation_id = app_organisation()) $$;
  -- True only between a client's insertion and the first team member's: how the maker of a record gets hold of it.
  CREATE FUNCTION client_awaits_team(wanted uuid) RETURNS boolean LANGUAGE sql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS
    $$ SELECT EXISTS (SELECT FROM client WHERE id = wanted AND home_organisation_id = app_organisation() AND created_by = app_membership())
          AND NOT EXISTS (SELECT FROM care_team_member WHERE client_id = wanted) $$;
  GRANT EXECUTE ON FUNCTION client_is_of_our_home, client_awaits_team TO throughline_app;

  CALL protect_client_table('care_team_member', may_change => '{is_primary,ended_at,ended_because,version}');
  CREATE POLICY first_member ON care_team_member FOR INSERT TO throughline_app
    WITH CHECK (membership_id = (SELECT app_membership()) AND created_by = (SELECT app_membership()) AND client_awaits_team(client_id));

  -- Names per setting: what she is called on the line, on the street, on a health card.
  CREATE TABLE client_name (
    id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES client,
    class data_class NOT NULL DEFAULT 'identity_name' CHECK (class = 'identity_name'),
    setting text NOT NULL CHECK (setting IN ('goes_by', 'legal', 'line', 'community', 'family', 'earlier', 'other')),
    words bytea NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    ended_at timestamptz CHECK (ended_at >= created_at),
    version integer NOT NULL CHECK (version > 0)
  );
  CREATE INDEX client_name_of_client ON client_name (client_id);
  CALL protect_client_table('client_name', may_change => '{setting,words,ended_at,version}');

  CREATE TABLE channel (
    id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES client,
    class data_class NOT NULL DEFAULT 'identity_contact' CHECK (class = 'identity_contact'),
    kind text NOT NULL CHECK (kind IN ('phone', 'text', 'email', 'letter', 'through_person', 'in_person', 'other')),
    may_contact boolean NOT NULL,
    may_leave_voicemail boolean NOT NULL,
    -- [{ "days": [1..7, Monday is 1], "from": "HH:MM", "to": "HH:MM" }] in the client's own time zone; empty: any hour
    safe_hours jsonb NOT NULL CHECK (jsonb_typeof(safe_hours) = 'array'),
    words bytea NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    ended_at timestamptz CHECK (ended_at >= created_at),
    version integer NOT NULL CHECK (version > 0)
  );
  CREATE INDEX channel_of_client ON channel (client_id);
  CALL protect_client_table('channel',
    may_change => '{kind,may_contact,may_leave_voicemail,safe_hours,words,ended_at,version}');

  CREATE TABLE supporter (
    id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES client,
    class data_class NOT NULL DEFAULT 'identity_contact' CHECK (class = 'identity_contact'),
    may_be_told text NOT NULL CHECK (may_be_told IN ('nothing', 'only_that_we_try_to_reach', 'appointments', 'ask_each_time')),
    words bytea NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    ended_at timestamptz CHECK (ended_at >= created_at),
    version integer NOT NULL CHECK (version > 0)
  );
  CREATE INDEX supporter_of_client ON supporter (client_id);
  CALL protect_client_table('supporter', may_change => '{may_be_told,words,ended_at,version}');
`;

const SOURCES = `
  -- Each source of access is a view of the same shape, named grant_from_…; permitted_grant is all of them.
  CREATE VIEW grant_from_care_team WITH (security_invoker = true) AS
    SELECT m.id AS grantee_id, t.client_id, r.read_classes, r.write_classes, NULL::use_purposes AS purposes,
           NULL::text AS scope_kind, NULL::uuid AS scope_id, 'care_team' AS basis, t.id AS basis_id,
           t.started_at AS valid_from, NULL::timestamptz AS valid_until
      FROM care_team_member t
      JOIN membership m ON m.id = t.membership_id AND m.ended_at IS NULL
      JOIN client c ON c.id = t.client_id AND c.home_organisation_id = m.organisation_id
      JOIN role_ceiling r ON r.role = m.role
     WHERE t.ended_at IS NULL;

  CREATE VIEW grant_from_supervision WITH (security_invoker = true) AS
    SELECT g.id AS grantee_id, c.id AS client_id, r.read_classes, r.write_classes, NULL::use_purposes AS purposes,
           NULL::text AS scope_kind, NULL::uuid AS scope_id, 'supervision' AS basis, c.home_organisation_id AS basis_id,
           c.created_at AS valid_from, NULL::timestamptz AS valid_until
      FROM client c
      JOIN grantee g ON g.organisation_id = c.home_organisation_id AND g.role = 'coordinator'
      JOIN role_ceiling r ON r.role = g.role;

  CREATE PROCEDURE gather_grant_sources(VARIADIC leaving_out text[] DEFAULT '{}') LANGUAGE plpgsql AS $$
  BEGIN
    EXECUTE 'CREATE OR REPLACE VIEW permitted_grant WITH (security_invoker = true) AS '
      || (SELECT string_agg('SELECT * FROM ' || viewname, ' UNION ALL ' ORDER BY viewname) FROM pg_views
           WHERE schemaname = 'public' AND starts_with(viewname, 'grant_from_') AND viewname <> ALL (leaving_out));
  END $$;
  CALL gather_grant_sources();

  -- What the client has said no to: for an organisation, or a role in it, or one membership of it; of these classes, for
  -- these purposes (null: any), in this time. Deny beats permit. Consent fills it.
  CREATE VIEW denied_class WITH (security_invoker = true) AS
    SELECT NULL::uuid AS client_id, NULL::uuid AS organisation_id, NULL::text AS role, NULL::uuid AS membership_id,
           NULL::data_classes AS classes, NULL::use_purposes AS purposes, NULL::timestamptz AS valid_from,
           NULL::timestamptz AS valid_until WHERE false;

  -- Where one person is denied, a grant to the role that she shares becomes one to each who holds it. With whom each
  -- grantee is, and whether any denial meets it at all.
  CREATE VIEW permitted_to_each WITH (security_invoker = true) AS
    SELECT each.grantee_id, p.client_id, p.read_classes, p.write_classes, p.purposes, p.scope_kind, p.scope_id, p.basis,
           p.basis_id, p.valid_from, p.valid_until, each.organisation_id, each.role, each.membership_id,
           p.basis <> 'break_glass' AND EXISTS (SELECT FROM denied_class d WHERE d.client_id = p.client_id
             AND d.organisation_id = each.organisation_id AND (d.role IS NULL OR d.role = each.role)
             AND (d.membership_id IS NULL OR d.membership_id = each.membership_id)
             AND d.classes::text[] && (p.read_classes::text[] || p.write_classes::text[])) AS is_denied
      FROM permitted_grant p
      CROSS JOIN LATERAL (
        SELECT EXISTS (SELECT FROM denied_class d JOIN membership m ON m.id = d.membership_id
          JOIN grantee g ON g.organisation_id = m.organisation_id AND g.role = m.role
          WHERE d.client_id = p.client_id AND g.id = p.grantee_id) AS is_so OFFSET 0) parted
      CROSS JOIN LATERAL (
        SELECT g.id AS grantee_id, coalesce(g.organisation_id, m.organisation_id) AS organisation_id,
               coalesce(g.role, m.role) AS role, m.id AS membership_id
          FROM grantee g LEFT JOIN membership m ON m.id = g.id WHERE NOT parted.is_so AND g.id = p.grantee_id
        UNION ALL
        SELECT m.id, m.organisation_id, m.role, m.id FROM grantee g
          JOIN membership m ON m.organisation_id = g.organisation_id AND m.role = g.role AND m.ended_at IS NULL
         WHERE parted.is_so AND g.id = p.grantee_id) each;

  -- For grants that a denial meets: time permitted less time denied, for each class and purpose, and what has the same
  -- time and purposes in one row again. Break-glass is not cut: it is there for what is withheld, with its reason,
  -- sixty minutes and a review.
  CREATE VIEW narrowed_grant WITH (security_invoker = true) AS
    WITH span AS (
      SELECT p.client_id, p.grantee_id, p.scope_kind, p.scope_id, p.basis, p.basis_id, c.side, c.class, u.purpose,
             range_agg(tstzrange(p.valid_from, p.valid_until))
               - coalesce(range_agg(tstzrange(d.valid_from, d.valid_until)) FILTER (WHERE d.client_id IS NOT NULL), '{}') AS left_over
        FROM permitted_to_each p
        CROSS JOIN LATERAL (SELECT 'read' AS side, unnest(p.read_classes) AS class
          UNION ALL SELECT 'write', unnest(p.write_classes)) c
        -- One row for all purposes, where nothing tells them apart.
        CROSS JOIN LATERAL unnest(CASE WHEN p.purposes IS NULL AND NOT EXISTS (SELECT FROM denied_class d
          WHERE d.client_id = p.client_id AND d.purposes IS NOT NULL) THEN ARRAY[NULL::text]
          ELSE coalesce(p.purposes::text[], every_purpose()) END) u(purpose)
        LEFT JOIN denied_class d ON d.client_id = p.client_id AND d.organisation_id = p.organisation_id
          AND (d.role IS NULL OR d.role = p.role) AND (d.membership_id IS NULL OR d.membership_id = p.membership_id)
          AND c.class = ANY (d.classes) AND (d.purposes IS NULL OR u.purpose = ANY (d.purposes))
       WHERE p.is_denied
       GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9),
    piece AS (
      SELECT client_id, grantee_id, scope_kind, scope_id, basis, basis_id, side, class, part,
             array_agg(purpose ORDER BY purpose) AS purposes
        FROM span CROSS JOIN LATERAL unnest(left_over) AS parts(part)
       GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9)
    SELECT grantee_id, client_id,
           coalesce(array_agg(class ORDER BY class) FILTER (WHERE side = 'read'), '{}')::data_classes AS read_classes,
           coalesce(array_agg(class ORDER BY class) FILTER (WHERE side = 'write'), '{}')::data_classes AS write_classes,
           (CASE WHEN purposes[1] IS NOT NULL AND cardinality(purposes) < cardinality(every_purpose()) THEN purposes END)::use_purposes AS purposes,
           scope_kind, scope_id, basis, basis_id, lower(part) AS valid_from, upper(part) AS valid_until
      FROM piece GROUP BY grantee_id, client_id, purposes, scope_kind, scope_id, basis, basis_id, part;

  -- Whoever holds nothing of her does not see that she is there.
  CREATE VIEW expected_grants WITH (security_invoker = true) AS
    SELECT p.grantee_id, p.client_id, p.read_classes, p.write_classes, p.purposes, p.scope_kind, p.scope_id, p.basis,
           p.basis_id, p.valid_from, p.valid_until
      FROM permitted_to_each p WHERE NOT p.is_denied AND cardinality(p.read_classes) + cardinality(p.write_classes) > 0
    UNION ALL
    SELECT * FROM narrowed_grant;

  -- Compiling the plan would take longer than what it does for one client.
  CREATE FUNCTION recompute_grants(wanted uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp SET jit = off AS $$
  DECLARE expected access_grant[];
  BEGIN
    -- Two changes to one client at once take turns, so that neither computes from half of the other.
    PERFORM pg_advisory_xact_lock(hashtextextended(wanted::text, 7));
    expected := ARRAY(SELECT ROW(e.*)::access_grant FROM expected_grants e WHERE e.client_id = wanted);
    DELETE FROM access_grant a WHERE a.client_id = wanted
      AND NOT EXISTS (SELECT FROM unnest(expected) e WHERE ROW(e.*)::access_grant = ROW(a.*)::access_grant);
    INSERT INTO access_grant SELECT e.* FROM unnest(expected) e
      WHERE NOT EXISTS (SELECT FROM access_grant a WHERE a.client_id = wanted AND ROW(a.*)::access_grant = ROW(e.*)::access_grant);
  END $$;

  CREATE FUNCTION recompute_after_client_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    -- A membership that ends at this moment ends before or after this, never beside it.
    IF TG_OP <> 'DELETE' AND TG_TABLE_NAME = 'care_team_member' THEN
      PERFORM FROM membership WHERE id = NEW.membership_id FOR SHARE;
    END IF;
    IF TG_OP <> 'INSERT' THEN PERFORM recompute_grants(OLD.client_id); END IF;
    IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.client_id <> OLD.client_id) THEN
      PERFORM recompute_grants(NEW.client_id);
    END IF;
    RETURN NULL;
  END $$;
  CREATE FUNCTION recompute_after_client() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$ BEGIN PERFORM recompute_grants(NEW.id); RETURN NULL; END $$;
  CREATE FUNCTION recompute_after_membership() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    PERFORM recompute_grants(touched.client_id) FROM (
      SELECT client_id FROM care_team_member WHERE membership_id = NEW.id
      UNION SELECT client_id FROM access_grant WHERE grantee_id = NEW.id ORDER BY client_id) touched;
    RETURN NULL;
  END $$;

  CREATE TRIGGER care_team_moves_grants AFTER INSERT OR UPDATE OR DELETE ON care_team_member
    FOR EACH ROW EXECUTE FUNCTION recompute_after_client_row();
  CREATE TRIGGER client_moves_grants AFTER INSERT OR UPDATE OF home_organisation_id ON client
    FOR EACH ROW EXECUTE FUNCTION recompute_after_client();
  CREATE TRIGGER membership_moves_grants AFTER UPDATE OF role, ended_at, organisation_id ON membership
    FOR EACH ROW EXECUTE FUNCTION recompute_after_membership();
`;

const KEYS_AND_SEARCH = `
  -- One data key a subject (a client; later a caller), wrapped by the master key, which is not in the database.
  CREATE TABLE sealing_key (
    client_id uuid PRIMARY KEY REFERENCES client,
    class data_class NOT NULL DEFAULT 'identity_name' CHECK (class = 'identity_name'),
    wrapped bytea NOT NULL,
    created_at timestamptz NOT NULL
  );
  CALL protect_client_table('sealing_key', '{INSERT}');
  CREATE POLICY any_grant ON sealing_key FOR SELECT TO throughline_app USING (EXISTS (
    SELECT FROM access_grant g WHERE g.client_id = sealing_key.client_id AND g.grantee_id = ANY ((SELECT app_grantees())::uuid[])
      AND g.valid_from <= (SELECT app_now()) AND (g.valid_until IS NULL OR g.valid_until > (SELECT app_now()))
      -- A shredded key is empty and nobody reads it. Without a comparison that is not an equality, PostgreSQL would read
      -- all grants of the actor into a hash table for each statement: 10,000 for a coordinator.
      AND octet_length(sealing_key.wrapped) > 0));
  GRANT SELECT ON sealing_key TO throughline_app;

  -- HMACs of normalised words, phonetic keys and prefixes: search without a readable name in the database.
  CREATE TABLE search_token (
    client_id uuid NOT NULL REFERENCES client,
    class data_class NOT NULL,
    source_id uuid NOT NULL,
    hmac bytea NOT NULL CHECK (length(hmac) = 16),
    PRIMARY KEY (client_id, hmac, class, source_id)
  );
  CREATE INDEX search_token_by_hmac ON search_token (hmac, client_id);
  CALL protect_client_table('search_token', '{SELECT,INSERT,DELETE}');

  -- Keys of the house itself, wrapped like the others: token signing, search, receipts, network addresses, audit seal.
  CREATE TABLE house_key (
    id uuid PRIMARY KEY,
    purpose text NOT NULL CHECK (purpose IN ('token-signing', 'search', 'receipt', 'address', 'audit-seal')),
    wrapped bytea NOT NULL,
    created_at timestamptz NOT NULL,
    retired_at timestamptz
  );
  GRANT SELECT, INSERT, UPDATE (retired_at) ON house_key TO throughline_app;
`;
