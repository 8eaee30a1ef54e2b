import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Referrals of a client or of a caller, what goes along with them, every move that was made, and what a receiver may see
 * because of one: nothing but what was shared, through that referral alone, as long as the agreement stands.
 */
export class Referrals1764000095000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CEILINGS);
    await runner.query(TABLES);
    await runner.query(BESIDE);
    await runner.query(SCOPED);
    await runner.query(REFERRAL_POLICIES);
    await runner.query(TERMS);
    await runner.query(SHOWN_THROUGH_IT);
    await runner.query(SOURCES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER referral_moves_grants ON referral;
      DROP TRIGGER referral_made_moves_grants ON referral;
      CALL gather_grant_sources('grant_from_referral');
      DROP VIEW grant_from_referral;
      DELETE FROM access_grant WHERE basis = 'referral';
      CREATE OR REPLACE VIEW grant_from_consent WITH (security_invoker = true) AS ${FROM_CONSENT('')};
      DROP POLICY through_referral ON goal_step;
      DROP POLICY through_referral ON goal;
      DROP POLICY through_referral ON need;
      DROP POLICY through_referral ON supporter;
      DROP POLICY through_referral ON channel;
      DROP POLICY through_referral ON client_name;
      DROP POLICY through_referral ON client;
      DROP POLICY through_referral ON task;
      DROP POLICY through_referral_insert ON task;
      DROP POLICY through_referral ON caller_key;
      DROP FUNCTION stands_in_referral;
      DROP TABLE referral_reception, referral_move, referral_serves, referral_summary, referral;
      DROP FUNCTION app_referrals, keep_terms_of_referral;
      DROP PROCEDURE protect_referral_table;
      ALTER TABLE consent DROP COLUMN reach;
      ALTER TABLE role_ceiling DROP COLUMN referral_classes;
      DELETE FROM role_ceiling WHERE role = 'intake_worker';
    `);
  }
}

const CEILINGS = `
  -- What a role may be shown through one referral. An intake worker holds nothing in any other way.
  ALTER TABLE role_ceiling ADD referral_classes data_classes NOT NULL DEFAULT '{}';
  INSERT INTO role_ceiling (role, read_classes, write_classes) VALUES ('intake_worker', '{}', '{}');
  UPDATE role_ceiling SET referral_classes = '{identity_name,identity_contact,coordination,medication,substance_use,mental_health}'
    WHERE role IN ('peer_navigator', 'counsellor', 'physician', 'intake_worker');
  UPDATE role_ceiling SET referral_classes = '{identity_name,identity_contact,coordination}' WHERE role = 'coordinator';

  -- How far it reaches: the record itself, or only what a referral carries.
  ALTER TABLE consent ADD reach text NOT NULL DEFAULT 'record' CHECK (reach IN ('record', 'referrals') AND (decision = 'permit' OR reach = 'record'));
`;

const TABLES = `
  CREATE TABLE referral (
    id uuid PRIMARY KEY,
    -- Of whom it is: a client, or somebody who called the line. Never both.
    client_id uuid REFERENCES client,
    caller_id uuid,
    class data_class NOT NULL DEFAULT 'coordination' CHECK (class = 'coordination'),
    -- The hop before this one.
    follows_id uuid REFERENCES referral CHECK (follows_id <> id),
    asked_by text NOT NULL CHECK (asked_by IN ('client', 'worker', 'supporter')),
    sender_organisation_id uuid NOT NULL REFERENCES organisation,
    requested_by uuid NOT NULL,
    -- An organisation here, one service of it, or somebody who has no account here and is named in the words.
    receiver_kind text NOT NULL CHECK (receiver_kind IN ('organisation', 'service', 'outside')),
    receiver_organisation_id uuid REFERENCES organisation,
    service_id uuid REFERENCES service,
    outside_by text CHECK (outside_by IN ('phone', 'letter', 'link')),
    asks_for text NOT NULL CHECK (asks_for IN ('residential_programme', 'withdrawal_management', 'oat', 'primary_care',
      'counselling', 'peer_support', 'supervised_consumption', 'housing', 'income', 'identity_documents', 'food', 'other')),
    urgency text NOT NULL CHECK (urgency IN ('routine', 'soon', 'urgent', 'tonight')),
    -- What goes along, and under which consent. A caller, and a client whose receiver has no account here, say so on the
    -- referral itself.
    shared_classes data_classes NOT NULL CHECK ('coordination' = ANY (shared_classes) AND NOT 'counselling' = ANY (shared_classes)),
    consent_id uuid REFERENCES consent,
    agreed_how text CHECK (agreed_how IN ('in_person', 'phone', 'written')),
    agreed_at timestamptz,
    -- Until when that consent holds by itself: nothing in a consent changes but that it ends.
    agreed_until timestamptz,
    -- When it was taken back, or she said so: from then on it is the sender's to say how it goes on.
    agreement_ended_at timestamptz CHECK (agreement_ended_at >= agreed_at),
    answer_by timestamptz,
    state text NOT NULL CONSTRAINT referral_state CHECK (state IN ('drafted', 'sent', 'info_requested', 'accepted', 'waitlisted',
      'date_offered', 'date_confirmed', 'preadmission_pending', 'date_not_attended', 'next_date_owed', 'in_progress',
      'declined', 'completed', 'left_early', 'withdrawn', 'stopped', 'entered_in_error')),
    -- Reopening begins another round under the same referral.
    round smallint NOT NULL CHECK (round > 0),
    because text,
    state_since timestamptz NOT NULL,
    -- When whoever owes the next step is late with it.
    next_step_by timestamptz,
    review_on date,
    place_in_line integer CHECK (place_in_line > 0),
    sent_at timestamptz,
    ended_at timestamptz,
    known_to_sender_at timestamptz,
    known_to_client_at timestamptz,
    is_ended boolean NOT NULL GENERATED ALWAYS AS (state IN ('declined', 'completed', 'left_early', 'withdrawn', 'stopped',
      'entered_in_error')) STORED,
    owes text NOT NULL GENERATED ALWAYS AS (CASE
      WHEN state = 'entered_in_error' THEN 'nobody'
      WHEN state IN ('declined', 'completed', 'left_early', 'withdrawn', 'stopped')
        THEN CASE WHEN known_to_sender_at IS NULL OR known_to_client_at IS NULL THEN 'sender' ELSE 'nobody' END
      WHEN agreement_ended_at IS NOT NULL OR state IN ('drafted', 'info_requested', 'date_offered', 'preadmission_pending', 'date_not_attended') THEN 'sender'
      ELSE 'receiver' END) STORED,
    -- What the sender says; and apart from it what the receiver last asked, which is theirs to write.
    words bytea NOT NULL,
    asked_words bytea,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    updated_at timestamptz NOT NULL,
    updated_by uuid,
    version integer NOT NULL CHECK (version > 0),
    UNIQUE (id, client_id),
    UNIQUE (id, caller_id),
    FOREIGN KEY (requested_by, sender_organisation_id) REFERENCES membership (id, organisation_id),
    FOREIGN KEY (caller_id, sender_organisation_id) REFERENCES caller (id, organisation_id),
    CHECK (num_nonnulls(client_id, caller_id) = 1),
    CHECK ((receiver_kind = 'outside') = (receiver_organisation_id IS NULL) AND (receiver_kind = 'outside') = (outside_by IS NOT NULL)),
    CHECK ((receiver_kind = 'service') = (service_id IS NOT NULL)),
    CHECK ((agreed_how IS NULL) = (agreed_at IS NULL)),
    CHECK (consent_id IS NULL OR agreed_at IS NULL),
    CONSTRAINT nothing_leaves_without_agreement CHECK (sent_at IS NULL OR num_nonnulls(consent_id, agreed_at) = 1),
    CHECK (sent_at IS NOT NULL OR state IN ('drafted', 'withdrawn', 'entered_in_error')),
    CHECK ((ended_at IS NOT NULL) = (state IN ('declined', 'completed', 'left_early', 'withdrawn', 'stopped', 'entered_in_error'))),
    CHECK (ended_at IS NOT NULL OR num_nonnulls(known_to_sender_at, known_to_client_at) = 0)
  );
  CREATE INDEX referral_of_client ON referral (client_id, created_at, id) WHERE client_id IS NOT NULL;
  CREATE INDEX referral_of_caller ON referral (caller_id, created_at, id) WHERE caller_id IS NOT NULL;
  CREATE INDEX referral_after ON referral (follows_id) WHERE follows_id IS NOT NULL;
  CREATE INDEX referral_under_consent ON referral (consent_id) WHERE consent_id IS NOT NULL;
  -- Inbox and sent box: what is owed, longest overdue first. Nobody owes what is over.
  CREATE INDEX referral_received ON referral (receiver_organisation_id, owes, (coalesce(next_step_by, 'infinity')), id) WHERE owes <> 'nobody';
  CREATE INDEX referral_sent ON referral (sender_organisation_id, owes, (coalesce(next_step_by, 'infinity')), id) WHERE owes <> 'nobody';
  CREATE INDEX referral_received_ever ON referral (receiver_organisation_id, created_at, id);
  CREATE INDEX referral_sent_ever ON referral (sender_organisation_id, created_at, id);
  -- Whoever has no place stands behind those who have one.
  CREATE INDEX referral_in_line ON referral (service_id, (coalesce(place_in_line, 2147483647)), state_since, id) WHERE state = 'waitlisted';

  -- What is told along, a row for each class: how medication goes on, what helps, what to avoid. The record itself stays shut.
  CREATE TABLE referral_summary (
    id uuid PRIMARY KEY,
    referral_id uuid NOT NULL REFERENCES referral,
    client_id uuid REFERENCES client,
    caller_id uuid REFERENCES caller,
    class data_class NOT NULL CHECK (class <> 'counselling'),
    words bytea NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    updated_at timestamptz NOT NULL,
    updated_by uuid NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    UNIQUE (referral_id, class),
    FOREIGN KEY (referral_id, client_id) REFERENCES referral (id, client_id),
    FOREIGN KEY (referral_id, caller_id) REFERENCES referral (id, caller_id),
    CHECK (num_nonnulls(client_id, caller_id) = 1)
  );
  CREATE INDEX referral_summary_of_client ON referral_summary (client_id);

  -- Which of her goals and needs it serves: the receiver sees these and no others.
  CREATE TABLE referral_serves (
    referral_id uuid NOT NULL REFERENCES referral,
    record_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('goal', 'need')),
    client_id uuid NOT NULL REFERENCES client,
    class data_class NOT NULL,
    PRIMARY KEY (referral_id, record_id),
    FOREIGN KEY (referral_id, client_id) REFERENCES referral (id, client_id)
  );
  CREATE INDEX referral_serving ON referral_serves (record_id);

  -- Each move as it was made. Whoever has no account here is the party outside.
  CREATE TABLE referral_move (
    id uuid PRIMARY KEY,
    referral_id uuid NOT NULL REFERENCES referral,
    client_id uuid REFERENCES client,
    caller_id uuid REFERENCES caller,
    class data_class NOT NULL DEFAULT 'coordination' CHECK (class = 'coordination'),
    round smallint NOT NULL,
    move text NOT NULL,
    from_state text,
    to_state text NOT NULL,
    because text,
    party text NOT NULL CHECK (party IN ('sender', 'receiver', 'outside', 'client')),
    by_membership uuid,
    at timestamptz NOT NULL,
    words bytea,
    -- Which version of the referral it made. One version is made once.
    version integer NOT NULL CHECK (version > 0),
    UNIQUE (referral_id, version),
    FOREIGN KEY (referral_id, client_id) REFERENCES referral (id, client_id),
    FOREIGN KEY (referral_id, caller_id) REFERENCES referral (id, caller_id),
    CHECK (num_nonnulls(client_id, caller_id) = 1)
  );
  CREATE INDEX referral_move_of_referral ON referral_move (referral_id, at, id);

  -- Whom the receiver took a caller for: a record of their own house, which the line never sees.
  CREATE TABLE referral_reception (
    referral_id uuid PRIMARY KEY REFERENCES referral,
    id uuid NOT NULL UNIQUE,
    client_id uuid NOT NULL REFERENCES client,
    class data_class NOT NULL DEFAULT 'coordination' CHECK (class = 'coordination'),
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    version integer NOT NULL CHECK (version > 0)
  );
  CREATE INDEX referral_reception_of_client ON referral_reception (client_id);
`;

/** Another of the actor's own grants, in force now, that is narrowed to this referral. */
const through = (client: string, referral: string, also: string) => `EXISTS (SELECT FROM access_grant g
    WHERE g.client_id = ${client} AND g.scope_kind = 'referral' AND g.scope_id = ${referral}
      AND g.valid_from <= (SELECT app_now()) AND (g.valid_until IS NULL OR g.valid_until > (SELECT app_now()))
      AND g.grantee_id = ANY ((SELECT app_grantees())::uuid[])${also})`;

const BESIDE = `
  -- Which referrals this transaction opened: what else is shown through one is there only then, and in no list besides.
  CREATE FUNCTION app_referrals() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT nullif(current_setting('app.referrals', true), '')::uuid[] $$;
  GRANT EXECUTE ON FUNCTION app_referrals TO throughline_app;

  -- What stands behind each table of referrals, beside protect_client_table: whoever holds a grant narrowed to the
  -- referral reaches its rows of the classes that it holds; and rows about a caller are reached by whom row-level security
  -- shows the referral itself.
  CREATE PROCEDURE protect_referral_table(target regclass, verbs text[] DEFAULT '{SELECT,INSERT,UPDATE}') LANGUAGE plpgsql AS $$
  DECLARE
    about_caller text := CASE WHEN EXISTS (SELECT FROM pg_attribute WHERE attrelid = target AND attname = 'caller_id' AND NOT attisdropped)
      THEN format(' OR (%1$s.client_id IS NULL AND EXISTS (SELECT FROM referral r WHERE r.id = %1$s.referral_id AND %1$s.class = ANY (r.shared_classes)))', target)
      ELSE '' END;
    held text := format('(EXISTS (SELECT FROM access_grant g WHERE g.client_id = %1$s.client_id AND g.scope_kind = ''referral'''
      ' AND g.scope_id = %1$s.referral_id AND g.valid_from <= (SELECT app_now()) AND (g.valid_until IS NULL OR g.valid_until > (SELECT app_now()))'
      ' AND g.grantee_id = ANY ((SELECT app_grantees())::uuid[]) AND %1$s.class = ANY (g.%%s))%2$s)', target, about_caller);
    signed text := (SELECT coalesce(string_agg(format(' AND %I = (SELECT app_membership())', attname), '' ORDER BY attnum), '')
      FROM pg_attribute WHERE attrelid = target AND attname IN ('created_by', 'updated_by', 'by_membership') AND NOT attisdropped);
    signed_again text := (SELECT coalesce(string_agg(format(' AND %I = (SELECT app_membership())', attname), '' ORDER BY attnum), '')
      FROM pg_attribute WHERE attrelid = target AND attname = 'updated_by' AND NOT attisdropped);
  BEGIN
    EXECUTE format('CREATE POLICY through_referral ON %s FOR SELECT TO throughline_app USING %s', target, format(held, 'read_classes'));
    IF 'INSERT' = ANY (verbs) THEN
      EXECUTE format('CREATE POLICY through_referral_insert ON %s FOR INSERT TO throughline_app WITH CHECK (%s%s)', target, format(held, 'write_classes'), signed);
    END IF;
    IF 'UPDATE' = ANY (verbs) THEN
      EXECUTE format('CREATE POLICY through_referral_update ON %s FOR UPDATE TO throughline_app USING %2$s WITH CHECK (%2$s%3$s)', target, format(held, 'write_classes'), signed_again);
    END IF;
  END $$;
`;

const RECEIVING_ROLES = `'peer_navigator', 'counsellor', 'physician', 'intake_worker', 'coordinator'`;
const LINE = `(SELECT app_role()) = 'line_operator' AND sender_organisation_id = (SELECT app_organisation())`;
const RECEIVES_CALLER = `receiver_organisation_id = (SELECT app_organisation()) AND (SELECT app_role()) IN (${RECEIVING_ROLES})
    AND sent_at IS NOT NULL AND agreement_ended_at IS NULL AND state NOT IN ('withdrawn', 'entered_in_error')
    AND (state <> 'declined' OR ended_at > (SELECT app_now()) - interval '30 days')`;
const SIGNED = `updated_by = (SELECT app_membership())`;
const OF_OUR_LINE = (table: string) => `EXISTS (SELECT FROM referral r WHERE r.id = ${table}.referral_id
    AND r.caller_id = ${table}.caller_id AND (SELECT app_role()) = 'line_operator'
    AND r.sender_organisation_id = (SELECT app_organisation()))`;

const SCOPED = `
  CALL protect_client_table('referral', may_change => '{follows_id,receiver_kind,receiver_organisation_id,service_id,outside_by,
    asks_for,urgency,shared_classes,consent_id,agreed_how,agreed_at,agreed_until,agreement_ended_at,answer_by,state,round,because,state_since,
    next_step_by,review_on,place_in_line,sent_at,ended_at,known_to_sender_at,known_to_client_at,words,asked_words,updated_at,updated_by,version}');
  CALL keep_history('referral');
  CALL protect_client_table('referral_summary', may_change => '{words,updated_at,updated_by,version}');
  CALL keep_history('referral_summary');
  CALL protect_client_table('referral_serves', '{SELECT,INSERT,DELETE}');
  CALL protect_client_table('referral_move', '{SELECT}');
  CALL protect_client_table('referral_reception', '{SELECT,INSERT}');
  CALL keep_history('referral_reception');
  CALL protect_referral_table('referral_summary', '{SELECT}');
  CALL protect_referral_table('referral_serves', '{SELECT}');
  CALL protect_referral_table('referral_move', '{SELECT}');
`;

const REFERRAL_POLICIES = `
  CREATE POLICY through_referral ON referral FOR SELECT TO throughline_app
    USING (${through('referral.client_id', 'referral.id', ' AND referral.class = ANY (g.read_classes)')});
  CREATE POLICY through_referral_update ON referral FOR UPDATE TO throughline_app
    USING (${through('referral.client_id', 'referral.id', ' AND referral.class = ANY (g.write_classes)')})
    WITH CHECK (${SIGNED} AND ${through('referral.client_id', 'referral.id', ' AND referral.class = ANY (g.write_classes)')});

  -- Of a caller: the line that sends her, and the house that it was sent to, as long as she agrees.
  CREATE POLICY line_read ON referral FOR SELECT TO throughline_app USING (caller_id IS NOT NULL AND ${LINE});
  CREATE POLICY line_insert ON referral FOR INSERT TO throughline_app
    WITH CHECK (caller_id IS NOT NULL AND ${LINE} AND created_by = (SELECT app_membership()) AND ${SIGNED});
  CREATE POLICY line_update ON referral FOR UPDATE TO throughline_app USING (caller_id IS NOT NULL AND ${LINE})
    WITH CHECK (caller_id IS NOT NULL AND ${LINE} AND ${SIGNED});
  CREATE POLICY received_read ON referral FOR SELECT TO throughline_app USING (caller_id IS NOT NULL AND ${RECEIVES_CALLER});
  CREATE POLICY received_update ON referral FOR UPDATE TO throughline_app USING (caller_id IS NOT NULL AND ${RECEIVES_CALLER})
    WITH CHECK (caller_id IS NOT NULL AND ${RECEIVES_CALLER} AND ${SIGNED});

  -- In one's own name, and now. That it was made, and as what, is seen to by referral_move_as_it_was.
  CREATE POLICY own_move ON referral_move FOR INSERT TO throughline_app WITH CHECK (at = (SELECT app_now())
    AND by_membership = (SELECT app_membership()));
  GRANT INSERT ON referral_move TO throughline_app;
`;

const TERMS = `
  -- In the name of one's own house, and of none other; and nobody writes one that has gone further than a draft.
  CREATE POLICY own_house ON referral AS RESTRICTIVE FOR INSERT TO throughline_app
    WITH CHECK (sender_organisation_id = (SELECT app_organisation()) AND state = 'drafted' AND round = 1 AND sent_at IS NULL
      AND asked_words IS NULL AND version = 1);
  -- What goes along with a caller is written by her line; with a client, by whom her record lets write.
  CREATE POLICY line_insert ON referral_summary FOR INSERT TO throughline_app WITH CHECK (client_id IS NULL AND ${SIGNED}
    AND created_by = (SELECT app_membership()) AND ${OF_OUR_LINE('referral_summary')});
  CREATE POLICY line_update ON referral_summary FOR UPDATE TO throughline_app
    USING (client_id IS NULL AND ${OF_OUR_LINE('referral_summary')})
    WITH CHECK (client_id IS NULL AND ${SIGNED} AND ${OF_OUR_LINE('referral_summary')});

  -- Whether the actor stands on this side of it. For the sender speaks whom the client's record lets write, or the line;
  -- beside a receiver without an account, for these as well. Whoever came by a link stands outside.
  CREATE FUNCTION stands_in_referral(r referral, side text) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT CASE WHEN app_role() = 'receiver' THEN side = 'outside'
      WHEN side = 'receiver' THEN coalesce(r.receiver_organisation_id = app_organisation(), false)
      WHEN side = 'sender' OR (side = 'outside' AND r.receiver_kind = 'outside')
        THEN r.sender_organisation_id IS NOT DISTINCT FROM app_organisation()
          AND CASE WHEN r.client_id IS NULL THEN app_role() = 'line_operator' ELSE writes_class(r.client_id, 'coordination') END
      ELSE false END $$;

  -- Whoever receives it moves it on. What goes along, to whom, in which words and under which agreement is the sender's to
  -- say, and what they know of it as well: nobody widens their own access.
  CREATE FUNCTION keep_terms_of_referral() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    IF stands_in_referral(OLD, 'sender') IS NOT TRUE THEN
      RAISE EXCEPTION 'what goes along with a referral is the sender''s to say' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END $$;
  GRANT EXECUTE ON FUNCTION stands_in_referral, keep_terms_of_referral TO throughline_app;
  CREATE TRIGGER referral_keeps_terms BEFORE UPDATE ON referral FOR EACH ROW
    WHEN (current_user = 'throughline_app' AND (OLD.follows_id, OLD.receiver_kind, OLD.receiver_organisation_id, OLD.service_id,
        OLD.outside_by, OLD.asks_for, OLD.urgency, OLD.shared_classes::text[], OLD.consent_id, OLD.agreed_how, OLD.agreed_at,
        OLD.agreed_until, OLD.agreement_ended_at, OLD.answer_by, OLD.round, OLD.sent_at, OLD.known_to_sender_at, OLD.words)
      IS DISTINCT FROM (NEW.follows_id, NEW.receiver_kind, NEW.receiver_organisation_id, NEW.service_id,
        NEW.outside_by, NEW.asks_for, NEW.urgency, NEW.shared_classes::text[], NEW.consent_id, NEW.agreed_how, NEW.agreed_at,
        NEW.agreed_until, NEW.agreement_ended_at, NEW.answer_by, NEW.round, NEW.sent_at, NEW.known_to_sender_at, NEW.words))
    EXECUTE FUNCTION keep_terms_of_referral();
`;

/** The same for what is no part of a referral: only of those that this transaction opened. */
const whileOpen = (
  client: string,
  also: string,
) => `(SELECT app_referrals()) IS NOT NULL AND EXISTS (SELECT FROM access_grant g
    WHERE g.client_id = ${client} AND g.scope_kind = 'referral' AND g.scope_id = ANY ((SELECT app_referrals())::uuid[])
      AND g.valid_from <= (SELECT app_now()) AND (g.valid_until IS NULL OR g.valid_until > (SELECT app_now()))
      AND g.grantee_id = ANY ((SELECT app_grantees())::uuid[])${also})`;
const SERVED = (record: string) => ` AND EXISTS (SELECT FROM referral_serves s
      WHERE s.record_id = ${record} AND s.referral_id = g.scope_id AND s.client_id = g.client_id AND s.class = ANY (g.read_classes))`;
const OWES_IT = `source_kind = 'referral' AND source_id = ANY ((SELECT app_referrals())::uuid[])`;

const SHOWN_THROUGH_IT = `
  -- Who she is and how she is reached, where that was shared; the goals and needs that it names, and the steps of these goals.
  ${[
    ['client', 'client.id', ''],
    ['client_name', 'client_name.client_id', ''],
    ['channel', 'channel.client_id', ''],
    ['supporter', 'supporter.client_id', ''],
    ['goal', 'goal.client_id', SERVED('goal.id')],
    ['need', 'need.client_id', SERVED('need.id')],
    ['goal_step', 'goal_step.client_id', SERVED('goal_step.goal_id')],
  ]
    .map(
      ([
        table = '',
        client = '',
        also = '',
      ]) => `CREATE POLICY through_referral ON ${table} FOR SELECT TO throughline_app
    USING (${whileOpen(client, ` AND ${table}.class = ANY (g.read_classes)${also}`)});`,
    )
    .join('\n  ')}
  -- What is to be done because of it: whoever receives it may ask for it.
  CREATE POLICY through_referral ON task FOR SELECT TO throughline_app
    USING (${OWES_IT} AND ${whileOpen('task.client_id', ' AND g.scope_id = task.source_id AND task.class = ANY (g.read_classes)')});
  CREATE POLICY through_referral_insert ON task FOR INSERT TO throughline_app WITH CHECK (source_kind = 'referral'
    AND created_by = (SELECT app_membership()) AND updated_by = (SELECT app_membership())
    AND ${through('task.client_id', 'task.source_id', ' AND task.class = ANY (g.write_classes)')});
  -- What was written of a caller is read by whom it was sent to.
  CREATE POLICY through_referral ON caller_key FOR SELECT TO throughline_app
    USING (octet_length(wrapped) > 0 AND EXISTS (SELECT FROM referral r WHERE r.caller_id = caller_key.caller_id));
`;

/** As \`1764000080000-consents\` made it; \`also\` leaves out what reaches no further than referrals. */
const FROM_CONSENT = (also: string) => `
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
     WHERE c.decision = 'permit' AND c.state = 'active'${also}
       -- On a team, what is only read is held by the role already.
       AND (c.recipient_kind = 'person' OR NOT held.on_team OR c.classes::text[] && r.write_classes::text[])`;

const SOURCES = `
  CREATE OR REPLACE VIEW grant_from_consent WITH (security_invoker = true) AS ${FROM_CONSENT(" AND c.reach = 'record'")};

  -- To those of the receiver whom the consent names: what was shared and is still agreed to, within what their role may be
  -- shown, through this one referral. A referral that was declined is theirs to look up for another thirty days.
  CREATE VIEW grant_from_referral WITH (security_invoker = true) AS
    SELECT held.grantee_id, r.client_id, shown.classes AS read_classes,
           (CASE WHEN 'coordination' = ANY (shown.classes) THEN '{coordination}' ELSE '{}' END)::data_classes AS write_classes,
           c.purposes, 'referral' AS scope_kind, r.id AS scope_id, 'referral' AS basis, r.id AS basis_id,
           span.valid_from, span.valid_until
      FROM referral r
      JOIN consent c ON c.id = r.consent_id AND c.client_id = r.client_id AND c.decision = 'permit' AND c.state = 'active'
        AND c.recipient_organisation_id = r.receiver_organisation_id
      CROSS JOIN LATERAL (
        SELECT g.id AS grantee_id, g.role FROM grantee g
         WHERE c.recipient_kind <> 'person' AND g.organisation_id = c.recipient_organisation_id
           AND (c.recipient_role IS NULL OR g.role = c.recipient_role)
        UNION ALL
        SELECT m.id, m.role FROM membership m
         WHERE c.recipient_kind = 'person' AND m.id = c.recipient_membership_id AND m.ended_at IS NULL) held
      JOIN role_ceiling ceiling ON ceiling.role = held.role
      CROSS JOIN LATERAL (SELECT ARRAY(SELECT unnest(r.shared_classes) INTERSECT SELECT unnest(c.classes)
        INTERSECT SELECT unnest(ceiling.referral_classes) ORDER BY 1)::data_classes AS classes) shown
      CROSS JOIN LATERAL (SELECT greatest(r.sent_at, c.valid_from) AS valid_from,
        least(c.valid_until, CASE WHEN r.state = 'declined' THEN r.ended_at + interval '30 days' END) AS valid_until) span
     WHERE r.sent_at IS NOT NULL AND r.state NOT IN ('drafted', 'withdrawn', 'entered_in_error')
       AND (span.valid_until IS NULL OR span.valid_until > span.valid_from);
  CALL gather_grant_sources();

  CREATE TRIGGER referral_made_moves_grants AFTER INSERT ON referral FOR EACH ROW
    WHEN (NEW.client_id IS NOT NULL AND NEW.sent_at IS NOT NULL) EXECUTE FUNCTION recompute_after_client_row();
  CREATE TRIGGER referral_moves_grants AFTER UPDATE ON referral FOR EACH ROW
    WHEN (NEW.client_id IS NOT NULL AND (OLD.sent_at, OLD.consent_id, OLD.shared_classes::text[], OLD.receiver_organisation_id,
        OLD.state IN ('withdrawn', 'entered_in_error'), OLD.state = 'declined')
      IS DISTINCT FROM (NEW.sent_at, NEW.consent_id, NEW.shared_classes::text[], NEW.receiver_organisation_id,
        NEW.state IN ('withdrawn', 'entered_in_error'), NEW.state = 'declined'))
    EXECUTE FUNCTION recompute_after_client_row();
`;
