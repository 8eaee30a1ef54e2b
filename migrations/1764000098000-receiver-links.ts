import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One-time links for receivers who have no account: each opens one referral's package, for as long as what was agreed to
 * stands, and lets its holder answer that referral, and nothing besides.
 */
export class ReceiverLinks1764000098000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LISTS);
    await runner.query(TABLES);
    await runner.query(DOOR);
    await runner.query(SENDER);
    await runner.query(GRANTS);
    await runner.query(PACKAGE);
    await runner.query(ANSWERS);
    await runner.query(AUDIT);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY receiver_entry ON audit_entry;
      DROP TRIGGER link_only_answers ON referral;
      DROP FUNCTION only_an_answer;
      DROP POLICY answer_by_link ON referral_move;
      DROP POLICY answer_by_link ON referral;
      DROP POLICY by_receiver_link ON channel;
      DROP POLICY by_receiver_link ON client_name;
      DROP POLICY by_receiver_link ON client;
      DROP POLICY by_receiver_link ON referral_summary;
      DROP POLICY by_receiver_link ON referral;
      DROP TRIGGER referral_moves_link_grants ON referral;
      CALL gather_grant_sources('grant_from_receiver_link');
      DROP VIEW grant_from_receiver_link;
      DELETE FROM access_grant WHERE basis = 'receiver_link';
      DELETE FROM role_ceiling WHERE role = 'receiver';
      DROP FUNCTION receiver_link_at, receiver_session_at, receiver_standing, receiver_link_stands, received_referral;
      DELETE FROM grantee g USING receiver_link l WHERE l.id = g.id;
      DROP TABLE receiver_session, receiver_link;
      DROP FUNCTION may_be_received_by_link;
      ALTER TABLE access_grant DROP CONSTRAINT access_grant_basis_check, DROP CONSTRAINT access_grant_scope_kind_check,
        ADD CONSTRAINT access_grant_basis_check CHECK (basis IN (${BASES})),
        ADD CONSTRAINT access_grant_scope_kind_check CHECK (scope_kind IN ('referral', 'pharmacy'));
      -- Lines of what left are kept for ten years; with some of them there is no way back.
      ALTER TABLE disclosure DROP CONSTRAINT disclosure_recipient_kind_check,
        ADD CONSTRAINT disclosure_recipient_kind_check CHECK (recipient_kind IN (${RECIPIENTS}));
    `);
  }
}

const BASES = `'care_team', 'supervision', 'consent', 'referral', 'routing', 'break_glass', 'client_link'`;

const RECIPIENTS = `'client', 'organisation', 'role', 'person'`;

const LISTS = `
  -- A scope of its own: what a referral opens to a receiver with an account (its goals, tasks, dates) is no part of it.
  ALTER TABLE access_grant DROP CONSTRAINT access_grant_basis_check, DROP CONSTRAINT access_grant_scope_kind_check,
    ADD CONSTRAINT access_grant_basis_check CHECK (basis IN (${BASES}, 'receiver_link')),
    ADD CONSTRAINT access_grant_scope_kind_check CHECK (scope_kind IN ('referral', 'pharmacy', 'referral_package'));
  -- A referral leaves to somebody who is no organisation, role or person here.
  ALTER TABLE disclosure DROP CONSTRAINT disclosure_recipient_kind_check,
    ADD CONSTRAINT disclosure_recipient_kind_check CHECK (recipient_kind IN (${RECIPIENTS}, 'outside'));
`;

const TABLES = `
  CREATE TABLE receiver_link (
    id uuid PRIMARY KEY,
    referral_id uuid NOT NULL REFERENCES referral,
    client_id uuid REFERENCES client,
    caller_id uuid REFERENCES caller,
    class data_class NOT NULL DEFAULT 'coordination' CHECK (class = 'coordination'),
    -- Only hashes; the code's is keyed by the link's own secret.
    token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    code_hash bytea NOT NULL CHECK (length(code_hash) = 32),
    code_told text NOT NULL CHECK (code_told IN ('in_person', 'phone', 'letter')),
    language text NOT NULL CHECK (language IN ('en', 'fr')),
    -- Where the sender may be called back.
    words bytea NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL REFERENCES membership,
    open_until timestamptz NOT NULL CHECK (open_until > created_at),
    ends_at timestamptz NOT NULL CHECK (ends_at > open_until),
    opened_at timestamptz CHECK (opened_at BETWEEN created_at AND open_until),
    revoked_at timestamptz CHECK (revoked_at >= created_at),
    misses integer NOT NULL CHECK (misses >= 0),
    wait_until timestamptz NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    FOREIGN KEY (referral_id, client_id) REFERENCES referral (id, client_id),
    FOREIGN KEY (referral_id, caller_id) REFERENCES referral (id, caller_id),
    CHECK (num_nonnulls(client_id, caller_id) = 1)
  );
  CREATE INDEX receiver_link_of_referral ON receiver_link (referral_id, created_at, id);
  CREATE INDEX receiver_link_of_client ON receiver_link (client_id) WHERE client_id IS NOT NULL;

  CREATE TABLE receiver_session (
    id uuid PRIMARY KEY,
    link_id uuid NOT NULL UNIQUE REFERENCES receiver_link,
    client_id uuid REFERENCES client,
    class data_class NOT NULL DEFAULT 'coordination' CHECK (class = 'coordination'),
    token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    started_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL CHECK (expires_at > started_at),
    ended_at timestamptz CHECK (ended_at >= started_at)
  );
  CREATE INDEX receiver_session_of_client ON receiver_session (client_id) WHERE client_id IS NOT NULL;
  ${['receiver_link', 'receiver_session']
    .map(
      (table) => `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY owner ON ${table} TO throughline_owner USING (true) WITH CHECK (true);`,
    )
    .join('\n  ')}
  GRANT SELECT, INSERT ON receiver_link, receiver_session TO throughline_app;
  GRANT UPDATE (opened_at, revoked_at, misses, wait_until, version) ON receiver_link TO throughline_app;
  GRANT UPDATE (expires_at, ended_at) ON receiver_session TO throughline_app;

  -- By name before the one that moves grants.
  CREATE TRIGGER receiver_link_makes_grantee AFTER INSERT ON receiver_link FOR EACH ROW EXECUTE FUNCTION make_link_grantee();
`;

/** What was sent to somebody without an account, is agreed to and goes on; or they have said no to it. */
const RECEIVED = `r.receiver_kind = 'outside' AND r.outside_by = 'link' AND r.sent_at IS NOT NULL AND r.agreed_at IS NOT NULL
    AND r.agreement_ended_at IS NULL AND (r.state = 'declined' OR NOT r.is_ended)`;

const DOOR = `
  -- Before its code was told: whether this link still leads to anything.
  CREATE FUNCTION receiver_link_stands() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
    $$ SELECT EXISTS (SELECT FROM receiver_link l JOIN referral r ON r.id = l.referral_id
        WHERE l.id = app_link() AND app_role() = 'receiver' AND ${RECEIVED}) $$;
  -- The one referral that whoever is asking came for by a link; nobody's otherwise.
  CREATE FUNCTION received_referral() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
    $$ SELECT r.id FROM receiver_link l JOIN referral r ON r.id = l.referral_id
        WHERE l.id = app_link() AND app_role() = 'receiver' AND l.id = ANY (app_grantees())
          AND l.opened_at IS NOT NULL AND l.revoked_at IS NULL AND l.ends_at > app_now() AND ${RECEIVED} $$;

  CREATE FUNCTION receiver_link_at(hash bytea) RETURNS TABLE (link_id uuid, client_id uuid, organisation_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
    $$ SELECT l.id, l.client_id, r.sender_organisation_id FROM receiver_link l JOIN referral r ON r.id = l.referral_id
        WHERE l.token_hash = hash $$;
  -- Each use gives it more time, as long as the link goes.
  CREATE FUNCTION receiver_session_at(hash bytea, minutes integer)
    RETURNS TABLE (session_id uuid, link_id uuid, client_id uuid, organisation_id uuid, is_open boolean)
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
    $$ WITH used AS (
         UPDATE receiver_session s SET expires_at = least(app_now() + minutes * interval '1 minute', l.ends_at)
           FROM receiver_link l JOIN referral r ON r.id = l.referral_id
          WHERE s.token_hash = hash AND l.id = s.link_id AND s.ended_at IS NULL AND s.expires_at > app_now()
            AND l.revoked_at IS NULL AND ${RECEIVED}
         RETURNING s.id)
       SELECT s.id, s.link_id, s.client_id, r.sender_organisation_id, EXISTS (SELECT FROM used)
         FROM receiver_session s JOIN receiver_link l ON l.id = s.link_id JOIN referral r ON r.id = l.referral_id
        WHERE s.token_hash = hash $$;
  CREATE FUNCTION receiver_standing(link uuid, session uuid) RETURNS TABLE (link_id uuid, organisation_id uuid, is_open boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
    $$ SELECT l.id, r.sender_organisation_id, l.revoked_at IS NULL AND ${RECEIVED} AND EXISTS (SELECT FROM receiver_session s
           WHERE s.id = session AND s.link_id = l.id AND s.ended_at IS NULL AND s.expires_at > app_now())
         FROM receiver_link l JOIN referral r ON r.id = l.referral_id WHERE l.id = link $$;
  GRANT EXECUTE ON FUNCTION receiver_link_stands, received_referral, receiver_link_at, receiver_session_at, receiver_standing
    TO throughline_app;

  CREATE POLICY own_link_read ON receiver_link FOR SELECT TO throughline_app
    USING ((SELECT app_role()) = 'receiver' AND id = (SELECT app_link()));
  CREATE POLICY own_link_update ON receiver_link FOR UPDATE TO throughline_app
    USING ((SELECT app_role()) = 'receiver' AND id = (SELECT app_link()));
  CREATE POLICY own_session ON receiver_session TO throughline_app
    USING ((SELECT app_role()) = 'receiver' AND link_id = (SELECT app_link()));
`;

const IN_FORCE = `g.valid_from <= (SELECT app_now()) AND (g.valid_until IS NULL OR g.valid_until > (SELECT app_now()))
      AND g.grantee_id = ANY ((SELECT app_grantees())::uuid[])`;
/** Of a client: by a grant over her whole record that holds the class; of a caller row-level security has answered. */
const MAY_WRITE = `(receiver_link.client_id IS NULL OR EXISTS (SELECT FROM access_grant g WHERE g.client_id = receiver_link.client_id
      AND g.scope_id IS NULL AND 'coordination' = ANY (g.write_classes) AND ${IN_FORCE}))`;
const WE_SENT = `EXISTS (SELECT FROM referral r WHERE r.id = receiver_link.referral_id
      AND r.sender_organisation_id = (SELECT app_organisation()))`;

const SENDER = `
  -- Of one that its sender sees. What is shared is read by its maker on some other ground than an emergency: they know the
  -- link and the code, and would open more than is theirs.
  CREATE FUNCTION may_be_received_by_link(wanted uuid, of_client uuid, of_caller uuid) RETURNS boolean LANGUAGE sql STABLE
    SET search_path = pg_catalog, public, pg_temp AS
    $$ SELECT EXISTS (SELECT FROM referral r WHERE r.id = wanted AND r.sender_organisation_id = app_organisation()
        AND r.client_id IS NOT DISTINCT FROM of_client AND r.caller_id IS NOT DISTINCT FROM of_caller
        AND ${RECEIVED} AND r.state <> 'declined'
        AND (of_client IS NULL OR NOT EXISTS (SELECT FROM unnest(r.shared_classes::text[]) AS shown(class) WHERE NOT EXISTS (
          SELECT FROM access_grant g WHERE g.client_id = of_client AND g.scope_id IS NULL AND g.basis <> 'break_glass'
            AND ${IN_FORCE} AND shown.class = ANY (g.read_classes))))) $$;
  GRANT EXECUTE ON FUNCTION may_be_received_by_link TO throughline_app;

  CREATE POLICY sender_read ON receiver_link FOR SELECT TO throughline_app USING (${WE_SENT});
  CREATE POLICY sender_insert ON receiver_link FOR INSERT TO throughline_app WITH CHECK (created_by = (SELECT app_membership())
    AND ${MAY_WRITE} AND may_be_received_by_link(referral_id, client_id, caller_id));
  CREATE POLICY sender_update ON receiver_link FOR UPDATE TO throughline_app USING (${WE_SENT} AND ${MAY_WRITE});
`;

const GRANTS = `
  INSERT INTO role_ceiling (role, read_classes, write_classes, referral_classes) VALUES ('receiver', '{}', '{}',
    '{identity_name,identity_contact,coordination,medication,substance_use,mental_health}');
  CREATE VIEW grant_from_receiver_link WITH (security_invoker = true) AS
    SELECT l.id AS grantee_id, r.client_id,
           ARRAY(SELECT unnest(r.shared_classes) INTERSECT SELECT unnest(ceiling.referral_classes) ORDER BY 1)::data_classes AS read_classes,
           '{}'::data_classes AS write_classes, NULL::use_purposes AS purposes,
           'referral_package' AS scope_kind, r.id AS scope_id, 'receiver_link' AS basis, l.id AS basis_id,
           l.opened_at AS valid_from, l.ends_at AS valid_until
      FROM receiver_link l JOIN referral r ON r.id = l.referral_id JOIN role_ceiling ceiling ON ceiling.role = 'receiver'
     WHERE l.client_id IS NOT NULL AND l.opened_at IS NOT NULL AND l.revoked_at IS NULL AND ${RECEIVED};
  CALL gather_grant_sources();

  CREATE TRIGGER receiver_link_moves_grants AFTER INSERT OR UPDATE OF opened_at, revoked_at ON receiver_link FOR EACH ROW
    WHEN (NEW.client_id IS NOT NULL) EXECUTE FUNCTION recompute_after_client_row();
  CREATE TRIGGER referral_moves_link_grants AFTER UPDATE ON referral FOR EACH ROW
    WHEN (NEW.client_id IS NOT NULL AND NEW.receiver_kind = 'outside'
      AND (OLD.agreement_ended_at, OLD.is_ended, OLD.shared_classes::text[]) IS DISTINCT FROM (NEW.agreement_ended_at, NEW.is_ended, NEW.shared_classes::text[]))
    EXECUTE FUNCTION recompute_after_client_row();
`;

const RECEIVER = `(SELECT app_role()) = 'receiver'`;
const HELD = (client: string, also: string) => `EXISTS (SELECT FROM access_grant g WHERE g.client_id = ${client}
      AND g.scope_kind = 'referral_package' AND ${IN_FORCE}${also})`;

const PACKAGE = `
  CREATE POLICY by_receiver_link ON referral FOR SELECT TO throughline_app USING (${RECEIVER} AND id = (SELECT received_referral()));
  CREATE POLICY by_receiver_link ON referral_summary FOR SELECT TO throughline_app USING (${RECEIVER}
    AND referral_id = (SELECT received_referral()) AND CASE WHEN client_id IS NULL
      THEN EXISTS (SELECT FROM referral r WHERE r.id = referral_summary.referral_id AND referral_summary.class = ANY (r.shared_classes))
      ELSE ${HELD('referral_summary.client_id', ' AND referral_summary.class = ANY (g.read_classes)')} END);
  -- Who she is and how she is reached, where that was shared.
  ${[
    ['client', 'client.id'],
    ['client_name', 'client_name.client_id'],
    ['channel', 'channel.client_id'],
  ]
    .map(
      ([table, client = '']) => `CREATE POLICY by_receiver_link ON ${table} FOR SELECT TO throughline_app
    USING (${RECEIVER} AND ${HELD(client, ` AND ${table}.class = ANY (g.read_classes)`)});`,
    )
    .join('\n  ')}
`;

const ANSWERS = `
  CREATE POLICY answer_by_link ON referral FOR UPDATE TO throughline_app USING (${RECEIVER} AND id = (SELECT received_referral()))
    WITH CHECK (${RECEIVER} AND id = (SELECT received_referral()) AND updated_by IS NULL AND updated_at = (SELECT app_now()));
  -- By a link a referral is accepted, declined or asked about, and nothing else of it changes.
  CREATE FUNCTION only_an_answer() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE answered text[] := '{state,because,state_since,next_step_by,ended_at,owes,is_ended,asked_words,updated_at,updated_by,version}';
  BEGIN
    IF (OLD.state, NEW.state) NOT IN (('sent', 'accepted'), ('sent', 'declined'), ('sent', 'info_requested'),
        ('info_requested', 'accepted'), ('info_requested', 'declined'))
      OR to_jsonb(NEW) - answered IS DISTINCT FROM to_jsonb(OLD) - answered THEN
      RAISE EXCEPTION 'a link answers a referral and does nothing else' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER link_only_answers AFTER UPDATE ON referral FOR EACH ROW WHEN (app_role() = 'receiver') EXECUTE FUNCTION only_an_answer();

  CREATE POLICY answer_by_link ON referral_move FOR INSERT TO throughline_app WITH CHECK (${RECEIVER}
    AND at = (SELECT app_now()) AND by_membership IS NULL AND party = 'outside' AND move IN ('accept', 'decline', 'ask')
    AND referral_id = (SELECT received_referral()));
`;

const AUDIT = `
  -- In the link's own name, about whom its referral is; what was not open to it may have been anybody's.
  CREATE POLICY receiver_entry ON audit_entry FOR INSERT TO throughline_app WITH CHECK (
    ${RECEIVER} AND role = 'receiver' AND at = (SELECT app_now()) AND written_by = (SELECT pg_current_xact_id())
    AND person_id = (SELECT app_link()) AND membership_id IS NULL AND organisation_id IS NULL
    AND (outcome <> 'done' OR EXISTS (SELECT FROM receiver_link l WHERE l.id = (SELECT app_link())
      AND l.client_id IS NOT DISTINCT FROM audit_entry.client_id)));
`;
