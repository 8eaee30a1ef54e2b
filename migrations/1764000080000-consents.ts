import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the client agreed to share, with whom, for what and until when; and what she said no to. */
export class Consents1764000080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(POLICIES);
    await runner.query(HISTORY);
    await runner.query(SOURCES);
    await runner.query(TRIGGERS);
    await runner.query(TELLING);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER membership_moves_grants ON membership;
      CREATE TRIGGER membership_moves_grants AFTER UPDATE OF role, ended_at, organisation_id ON membership
        FOR EACH ROW EXECUTE FUNCTION recompute_after_membership();
      CREATE OR REPLACE FUNCTION recompute_after_membership() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        PERFORM recompute_grants(touched.client_id) FROM (
          SELECT client_id FROM care_team_member WHERE membership_id = NEW.id
          UNION SELECT client_id FROM access_grant WHERE grantee_id = NEW.id ORDER BY client_id) touched;
        RETURN NULL;
      END $$;
      CREATE OR REPLACE VIEW denied_class WITH (security_invoker = true) AS
        SELECT NULL::uuid AS client_id, NULL::uuid AS organisation_id, NULL::text AS role, NULL::uuid AS membership_id,
               NULL::data_classes AS classes, NULL::use_purposes AS purposes, NULL::timestamptz AS valid_from,
               NULL::timestamptz AS valid_until WHERE false;
      CALL gather_grant_sources('grant_from_consent');
      DROP VIEW grant_from_consent;
      DROP FUNCTION tell_of_consent;
      DROP TABLE consent_history, consent;
      DROP FUNCTION recompute_after_consent, keep_consent_history, client_lives_here;
    `);
  }
}

const TABLES = `
  CREATE TABLE consent (
    id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES client,
    class data_class NOT NULL DEFAULT 'coordination' CHECK (class = 'coordination'),
    decision text NOT NULL CHECK (decision IN ('permit', 'deny')),
    -- An organisation, a role in it, or one membership of it. There is no way to say all partners.
    recipient_kind text NOT NULL CHECK (recipient_kind IN ('organisation', 'role', 'person')),
    recipient_organisation_id uuid NOT NULL REFERENCES organisation,
    recipient_role text CHECK (recipient_role IN ('peer_navigator', 'counsellor', 'physician', 'pharmacist',
      'intake_worker', 'coordinator')),
    recipient_membership_id uuid,
    classes data_classes NOT NULL CHECK (cardinality(classes) > 0),
    -- Null: for any.
    purposes use_purposes,
    valid_from timestamptz NOT NULL,
    valid_until timestamptz CHECK (valid_until > valid_from),
    how_given text NOT NULL CHECK (how_given IN ('in_person', 'phone', 'written')),
    explained_by uuid NOT NULL REFERENCES membership,
    language text NOT NULL CHECK (length(language) BETWEEN 2 AND 35),
    copy_given boolean NOT NULL,
    -- The one that this goes on from. It stays as it is and ends when it would have ended.
    renews_id uuid REFERENCES consent,
    -- What she said, and what was said when it ended.
    words bytea NOT NULL,
    -- That its time is over is no state: nothing has to run for it to end.
    state text NOT NULL CONSTRAINT consent_state CHECK (state IN ('active', 'withdrawn', 'entered_in_error')),
    ended_at timestamptz,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    updated_at timestamptz NOT NULL,
    updated_by uuid NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    FOREIGN KEY (recipient_membership_id, recipient_organisation_id) REFERENCES membership (id, organisation_id),
    CHECK ((recipient_kind = 'role') = (recipient_role IS NOT NULL)),
    CHECK ((recipient_kind = 'person') = (recipient_membership_id IS NOT NULL)),
    CHECK ((state = 'active') = (ended_at IS NULL))
  );
  CREATE INDEX consent_of_client ON consent (client_id, created_at, id);
  CREATE INDEX consent_to_membership ON consent (recipient_membership_id) WHERE recipient_membership_id IS NOT NULL;
  CREATE INDEX consent_denying_one ON consent (recipient_organisation_id)
    WHERE decision = 'deny' AND state = 'active' AND recipient_membership_id IS NOT NULL;
  CREATE UNIQUE INDEX consent_renewed_once ON consent (renews_id) WHERE renews_id IS NOT NULL AND state <> 'entered_in_error';

  -- How it stood in each of its versions: kept by the table itself, whoever changed it.
  CREATE TABLE consent_history (
    consent_id uuid NOT NULL REFERENCES consent,
    version integer NOT NULL,
    client_id uuid NOT NULL REFERENCES client,
    class data_class NOT NULL,
    state text NOT NULL,
    at timestamptz NOT NULL,
    by_membership uuid,
    PRIMARY KEY (consent_id, version)
  );
`;

/** One of the actor's own grants over her, in force now; `also` narrows it to a class. */
const granted = (
  also = '',
) => `EXISTS (SELECT FROM access_grant g WHERE g.client_id = consent.client_id AND g.scope_id IS NULL
    AND g.valid_from <= (SELECT app_now()) AND (g.valid_until IS NULL OR g.valid_until > (SELECT app_now()))
    AND g.grantee_id = ANY ((SELECT app_grantees())::uuid[])${also})`;
const READS = granted(` AND consent.class = ANY (g.read_classes)`);
const WRITES = granted(` AND consent.class = ANY (g.write_classes)`);
const NAMES_ACTOR = `(recipient_organisation_id = (SELECT app_organisation())
    AND (recipient_role IS NULL OR recipient_role = (SELECT app_role()))
    AND (recipient_membership_id IS NULL OR recipient_membership_id = (SELECT app_membership())))`;
/** Whoever acts, in whichever of their memberships. */
const NAMES_PERSON = `EXISTS (SELECT FROM membership m WHERE m.staff_id = (SELECT app_person()) AND m.ended_at IS NULL
    AND m.organisation_id = recipient_organisation_id AND (recipient_role IS NULL OR m.role = recipient_role)
    AND (recipient_membership_id IS NULL OR m.id = recipient_membership_id))`;
/** Whoever is denied is told no more than whoever was never permitted; the one who wrote it down heard it from her. */
const MAY_KNOW = `(decision = 'permit' OR created_by = (SELECT app_membership()) OR NOT ${NAMES_PERSON})`;
/** Nobody widens their own access: not by writing down what lets themselves in, nor by ending what keeps them out. */
const LETS_OTHERS_IN = `(decision = 'deny' OR NOT ${NAMES_PERSON})`;
const KEEPS_OTHERS_OUT = `(decision = 'permit' OR NOT ${NAMES_PERSON})`;
const SIGNED = `updated_by = (SELECT app_membership())`;

const POLICIES = `
  -- Whether the actor's organisation keeps her record: an answer to those who hold something of her, and to nobody else.
  CREATE FUNCTION client_lives_here(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS
    $$ SELECT EXISTS (SELECT FROM client WHERE id = wanted AND home_organisation_id = app_organisation())
          AND EXISTS (SELECT FROM access_grant WHERE client_id = wanted AND grantee_id = ANY (app_grantees())) $$;
  GRANT EXECUTE ON FUNCTION client_lives_here TO throughline_app;

  ALTER TABLE consent ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY owner ON consent TO throughline_owner USING (true) WITH CHECK (true);
  -- Who shares what with whom is for those who keep her record; a recipient sees what it was given itself.
  CREATE POLICY home_read ON consent FOR SELECT TO throughline_app
    USING (${READS} AND client_lives_here(client_id) AND ${MAY_KNOW});
  CREATE POLICY recipient_read ON consent FOR SELECT TO throughline_app
    USING (decision = 'permit' AND ${NAMES_ACTOR} AND ${granted()});
  CREATE POLICY privacy_officer_read ON consent FOR SELECT TO throughline_app USING (client_is_of_our_home(client_id));
  CREATE POLICY home_insert ON consent FOR INSERT TO throughline_app WITH CHECK (${WRITES} AND client_lives_here(client_id)
    AND created_by = (SELECT app_membership()) AND ${SIGNED} AND state = 'active' AND version = 1 AND ${LETS_OTHERS_IN});
  CREATE POLICY home_update ON consent FOR UPDATE TO throughline_app
    USING (${WRITES} AND client_lives_here(client_id) AND ${KEEPS_OTHERS_OUT})
    WITH CHECK (${SIGNED} AND ${WRITES} AND client_lives_here(client_id));
  -- She may tell whoever she told it to: what was given to somebody they may give back.
  CREATE POLICY recipient_update ON consent FOR UPDATE TO throughline_app
    USING (decision = 'permit' AND ${NAMES_ACTOR} AND ${granted()})
    WITH CHECK (${SIGNED} AND ${NAMES_ACTOR} AND state = 'withdrawn');
  CREATE POLICY privacy_officer_update ON consent FOR UPDATE TO throughline_app
    USING (client_is_of_our_home(client_id) AND ${KEEPS_OTHERS_OUT})
    WITH CHECK (${SIGNED} AND client_is_of_our_home(client_id));
  GRANT SELECT, INSERT ON consent TO throughline_app;
  GRANT UPDATE (words, state, ended_at, updated_at, updated_by, version) ON consent TO throughline_app;

  ALTER TABLE consent_history ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY owner ON consent_history TO throughline_owner USING (true) WITH CHECK (true);
  CREATE POLICY with_its_consent ON consent_history FOR SELECT TO throughline_app
    USING (EXISTS (SELECT FROM consent c WHERE c.id = consent_id));
  GRANT SELECT ON consent_history TO throughline_app;
`;

const HISTORY = `
  CREATE FUNCTION keep_consent_history() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    IF TG_OP = 'UPDATE' AND NEW.version <= OLD.version THEN
      RAISE EXCEPTION 'consent % was changed without a new version', NEW.id USING ERRCODE = 'check_violation';
    END IF;
    -- What was taken back stays taken back: she is asked again, and that is another consent.
    IF TG_OP = 'UPDATE' AND NEW.state = 'active' AND OLD.state <> 'active' THEN
      RAISE EXCEPTION 'consent % has ended', NEW.id USING ERRCODE = 'check_violation';
    END IF;
    -- It ends when that is said, and never before: what was seen until then was seen with it.
    IF NEW.ended_at <> app_now() AND (TG_OP = 'INSERT' OR OLD.ended_at IS DISTINCT FROM NEW.ended_at) THEN
      RAISE EXCEPTION 'consent % ends now or not at all', NEW.id USING ERRCODE = 'check_violation';
    END IF;
    INSERT INTO consent_history (consent_id, version, client_id, class, state, at, by_membership)
      VALUES (NEW.id, NEW.version, NEW.client_id, NEW.class, NEW.state, app_now(), app_membership());
    RETURN NULL;
  END $$;
  CREATE TRIGGER history AFTER INSERT OR UPDATE ON consent FOR EACH ROW EXECUTE FUNCTION keep_consent_history();
`;

const SOURCES = `
  -- Reading, as far as the recipient's role may ever read it. Who of another organisation is on her team also writes,
  -- within the same classes.
  CREATE VIEW grant_from_consent WITH (security_invoker = true) AS
    SELECT held.grantee_id, c.client_id,
           ARRAY(SELECT unnest(c.classes) INTERSECT SELECT unnest(r.read_classes || r.consent_classes) ORDER BY 1)::data_classes AS read_classes,
           (CASE WHEN held.on_team THEN ARRAY(SELECT unnest(c.classes) INTERSECT SELECT unnest(r.write_classes) ORDER BY 1)
             ELSE '{}' END)::data_classes AS write_classes,
           c.purposes, NULL::text AS scope_kind, NULL::uuid AS scope_id, 'consent' AS basis, c.id AS basis_id,
           c.valid_from, c.valid_until
      FROM consent c
      JOIN client her ON her.id = c.client_id
      CROSS JOIN LATERAL (
        SELECT g.id AS grantee_id, g.role, false AS on_team FROM grantee g
         WHERE c.recipient_kind <> 'person' AND g.organisation_id = c.recipient_organisation_id
           AND (c.recipient_role IS NULL OR g.role = c.recipient_role)
        UNION ALL
        SELECT m.id, m.role, team.is_on FROM membership m
          CROSS JOIN LATERAL (SELECT m.organisation_id <> her.home_organisation_id AND EXISTS (SELECT FROM care_team_member t
            WHERE t.client_id = c.client_id AND t.membership_id = m.id AND t.ended_at IS NULL) AS is_on) team
         WHERE c.recipient_kind = 'person' AND m.id = c.recipient_membership_id AND m.ended_at IS NULL
        UNION ALL
        SELECT m.id, m.role, true FROM care_team_member t
          JOIN membership m ON m.id = t.membership_id AND m.ended_at IS NULL
         WHERE c.recipient_kind <> 'person' AND t.client_id = c.client_id AND t.ended_at IS NULL
           AND m.organisation_id = c.recipient_organisation_id AND m.organisation_id <> her.home_organisation_id
           AND (c.recipient_role IS NULL OR m.role = c.recipient_role)) held
      JOIN role_ceiling r ON r.role = held.role
     WHERE c.decision = 'permit' AND c.state = 'active'
       -- On a team, what is only read is held by the role already.
       AND (c.recipient_kind = 'person' OR NOT held.on_team OR c.classes::text[] && r.write_classes::text[]);
  CALL gather_grant_sources();

  CREATE OR REPLACE VIEW denied_class WITH (security_invoker = true) AS
    SELECT client_id, recipient_organisation_id AS organisation_id, recipient_role AS role,
           recipient_membership_id AS membership_id, classes, purposes, valid_from, valid_until
      FROM consent WHERE decision = 'deny' AND state = 'active';
`;

const TRIGGERS = `
  CREATE FUNCTION recompute_after_consent() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    -- A membership that ends, or one that begins where a colleague is denied, does so before or after this.
    IF NEW.recipient_membership_id IS NOT NULL THEN
      PERFORM FROM membership WHERE id = NEW.recipient_membership_id FOR SHARE;
      PERFORM pg_advisory_xact_lock(hashtextextended(NEW.recipient_organisation_id::text, 8));
    END IF;
    PERFORM recompute_grants(NEW.client_id);
    RETURN NULL;
  END $$;
  CREATE TRIGGER consent_moves_grants AFTER INSERT OR UPDATE ON consent
    FOR EACH ROW EXECUTE FUNCTION recompute_after_consent();

  CREATE OR REPLACE FUNCTION recompute_after_membership() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(NEW.organisation_id::text, 8));
    PERFORM recompute_grants(touched.client_id) FROM (
      SELECT client_id FROM care_team_member WHERE membership_id = NEW.id
      UNION SELECT client_id FROM access_grant WHERE grantee_id = NEW.id
      UNION SELECT client_id FROM consent WHERE recipient_membership_id = NEW.id
      -- Where one person is denied, what her role is granted stands for each who holds it: also for who comes later.
      UNION SELECT client_id FROM consent WHERE recipient_organisation_id = NEW.organisation_id AND decision = 'deny'
        AND state = 'active' AND recipient_membership_id IS NOT NULL
      ORDER BY client_id) touched;
    RETURN NULL;
  END $$;
  DROP TRIGGER membership_moves_grants ON membership;
  CREATE TRIGGER membership_moves_grants AFTER INSERT OR UPDATE OF role, ended_at, organisation_id ON membership
    FOR EACH ROW EXECUTE FUNCTION recompute_after_membership();
`;

const TELLING = `
  -- Tells whom a permit names that it was given, or that it was taken back: then without whose it was, since they no
  -- longer see her; and her own house, where it was they who gave it back. Of a denial nobody is told. Only whoever just did it can call it.
  -- She acts by her link where no membership does.
  CREATE FUNCTION tell_of_consent(wanted uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE c consent := (SELECT ROW(k.*)::consent FROM consent k WHERE k.id = wanted AND k.decision = 'permit'
    AND k.updated_by = coalesce(app_membership(), app_link()) AND k.updated_at = app_now());
  BEGIN
    IF c.id IS NULL THEN
      RAISE EXCEPTION 'nobody tells of what they did not do' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO notice (id, membership_id, kind, source_kind, source_id, client_id, class, occasion, state, created_at,
        created_by, version)
      SELECT gen_random_uuid(), m.id, CASE c.state WHEN 'active' THEN 'consent_given' ELSE 'consent_withdrawn' END, 'consent',
          c.id, CASE WHEN c.state = 'active' OR is_home THEN c.client_id END,
          CASE WHEN is_home THEN 'coordination' WHEN c.state <> 'active' THEN NULL
            WHEN 'identity_name' = ANY (c.classes) THEN 'identity_name' ELSE c.classes[1] END,
          c.version::text, 'unread', app_now(), coalesce(app_membership(), app_link()), 1
        FROM client her
        JOIN membership m ON m.organisation_id IN (c.recipient_organisation_id, her.home_organisation_id)
        CROSS JOIN LATERAL (SELECT m.role = 'coordinator' AND c.state <> 'active' AND m.organisation_id IS DISTINCT FROM app_organisation() AND m.organisation_id = her.home_organisation_id AS is_home) home
       WHERE her.id = c.client_id AND m.ended_at IS NULL AND m.id IS DISTINCT FROM app_membership() AND (is_home OR (m.organisation_id = c.recipient_organisation_id
         AND CASE c.recipient_kind WHEN 'person' THEN m.id = c.recipient_membership_id WHEN 'role' THEN m.role = c.recipient_role
           ELSE m.role = 'coordinator' OR EXISTS (SELECT FROM care_team_member t WHERE t.client_id = c.client_id
             AND t.membership_id = m.id AND t.ended_at IS NULL) END))
      ON CONFLICT DO NOTHING;
  END $$;
  GRANT EXECUTE ON FUNCTION tell_of_consent TO throughline_app;
`;
