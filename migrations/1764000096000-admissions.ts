import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dates that were offered and what came of each, tries to reach somebody, beds, and stays. */
export class Admissions1764000096000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(BEDS);
    await runner.query(POLICIES);
    await runner.query(OUTREACH);
    await runner.query(TELLING);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION tell_of_lowered_tolerance, keeper_at_sender;
      DROP POLICY outreach_is_settled ON task;
      DROP TABLE bed_hold, stay_leave, stay, reach_attempt, attempt, bed;
    `);
  }
}

const TABLES = `
  CREATE TABLE bed (
    id uuid PRIMARY KEY,
    service_id uuid NOT NULL REFERENCES service,
    label text NOT NULL CHECK (length(label) BETWEEN 1 AND 40),
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    closed_at timestamptz,
    version integer NOT NULL CHECK (version > 0)
  );
  CREATE UNIQUE INDEX bed_once ON bed (service_id, label) WHERE closed_at IS NULL;

  -- One date that was offered, and what came of it: history and no mark against anybody. Any number may follow another.
  CREATE TABLE attempt (
    id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES client,
    class data_class NOT NULL DEFAULT 'coordination' CHECK (class = 'coordination'),
    referral_id uuid NOT NULL REFERENCES referral,
    -- Of the referral, so that a service finds what it offered to whom.
    service_id uuid REFERENCES service,
    round smallint NOT NULL CHECK (round > 0),
    number smallint NOT NULL CHECK (number > 0),
    offered_for timestamptz NOT NULL,
    zone text NOT NULL,
    offered_by_channel text NOT NULL CHECK (offered_by_channel IN ('phone', 'text', 'email', 'letter', 'in_person', 'through_worker')),
    bed_id uuid REFERENCES bed,
    -- Until when the place is kept for an answer. An offer that nobody answered is over by time, and stays to be seen.
    answer_by timestamptz,
    -- Why somebody was offered this before others who stood before them in line.
    before_others_because text CHECK (before_others_because IN ('safety', 'pregnancy', 'released_or_discharged', 'offered_and_unable',
      'could_not_be_reached', 'place_fits_only', 'waits_by_choice', 'other')),
    state text NOT NULL CONSTRAINT attempt_state CHECK (state IN ('offered', 'confirmed', 'ended', 'retracted')),
    outcome text CHECK (outcome IN ('attended', 'did_not_attend', 'client_rescheduled', 'provider_rescheduled',
      'test_result_outside_program_criteria', 'client_not_ready_today', 'transport', 'childcare', 'hospitalised', 'in_custody',
      'unsafe_for_client', 'offer_not_taken', 'offer_lapsed')),
    confirmed_at timestamptz,
    confirmed_by_channel text CHECK (confirmed_by_channel IN ('phone', 'text', 'email', 'letter', 'in_person', 'through_worker')),
    transport text CHECK (transport IN ('not_needed', 'arranged', 'to_arrange', 'goes_alone')),
    accompanied_by uuid REFERENCES membership,
    -- [{ "step": code, "done": true | false | null }]
    before_steps jsonb NOT NULL CHECK (jsonb_typeof(before_steps) = 'array'),
    ended_at timestamptz,
    next_try_on date,
    words bytea NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    updated_at timestamptz NOT NULL,
    updated_by uuid NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    UNIQUE (referral_id, number),
    FOREIGN KEY (referral_id, client_id) REFERENCES referral (id, client_id),
    CHECK ((state = 'ended') = (outcome IS NOT NULL) AND (outcome IS NULL OR ended_at IS NOT NULL)),
    CHECK ((confirmed_at IS NULL) = (confirmed_by_channel IS NULL)),
    CHECK (state <> 'confirmed' OR confirmed_at IS NOT NULL)
  );
  CREATE UNIQUE INDEX attempt_one_at_a_time ON attempt (referral_id) WHERE state IN ('offered', 'confirmed');
  CREATE INDEX attempt_of_client ON attempt (client_id, offered_for, id);
  CREATE INDEX attempt_of_bed ON attempt (bed_id, created_at, id) WHERE bed_id IS NOT NULL;
  CREATE INDEX attempt_at_service ON attempt (service_id, created_at DESC, id DESC) WHERE service_id IS NOT NULL;

  -- Each time that somebody tried to reach her about it.
  CREATE TABLE reach_attempt (
    id uuid PRIMARY KEY,
    referral_id uuid NOT NULL REFERENCES referral,
    client_id uuid REFERENCES client,
    caller_id uuid REFERENCES caller,
    class data_class NOT NULL DEFAULT 'coordination' CHECK (class = 'coordination'),
    round smallint NOT NULL CHECK (round > 0),
    happened_at timestamptz NOT NULL,
    channel text NOT NULL CHECK (channel IN ('phone', 'text', 'email', 'letter', 'through_person', 'in_person', 'other')),
    reached boolean NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    FOREIGN KEY (referral_id, client_id) REFERENCES referral (id, client_id),
    FOREIGN KEY (referral_id, caller_id) REFERENCES referral (id, caller_id),
    CHECK (num_nonnulls(client_id, caller_id) = 1)
  );
  CREATE INDEX reach_attempt_of_referral ON reach_attempt (referral_id, happened_at, id);
  CREATE INDEX reach_attempt_of_client ON reach_attempt (client_id) WHERE client_id IS NOT NULL;

  CREATE TABLE stay (
    id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES client,
    class data_class NOT NULL DEFAULT 'coordination' CHECK (class = 'coordination'),
    referral_id uuid NOT NULL REFERENCES referral,
    attempt_id uuid UNIQUE REFERENCES attempt,
    service_id uuid NOT NULL REFERENCES service,
    bed_id uuid REFERENCES bed,
    state text NOT NULL CONSTRAINT stay_state CHECK (state IN ('inside', 'on_leave', 'ended', 'retracted')),
    admitted_at timestamptz NOT NULL,
    planned_end_on date,
    ended_at timestamptz CHECK (ended_at >= admitted_at),
    because text CHECK (because IN ('completed', 'client_decided', 'programme_decided', 'moved_to_other_care', 'hospitalised',
      'in_custody', 'unsafe_for_client', 'deceased', 'other')),
    naloxone text CHECK (naloxone IN ('given', 'has_one', 'offered_not_wanted', 'not_offered')),
    -- What she was told before leaving: that what the body took before may now be too much.
    told_of_lower_tolerance boolean,
    words bytea NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    updated_at timestamptz NOT NULL,
    updated_by uuid NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    UNIQUE (id, referral_id),
    FOREIGN KEY (referral_id, client_id) REFERENCES referral (id, client_id),
    CHECK ((state = 'ended') = (ended_at IS NOT NULL) AND (ended_at IS NULL) = (because IS NULL)
      AND (ended_at IS NULL) = (naloxone IS NULL) AND (ended_at IS NULL) = (told_of_lower_tolerance IS NULL))
  );
  CREATE UNIQUE INDEX stay_one_at_a_time ON stay (referral_id) WHERE state IN ('inside', 'on_leave');
  CREATE INDEX stay_of_client ON stay (client_id, admitted_at, id);

  CREATE TABLE stay_leave (
    id uuid PRIMARY KEY,
    stay_id uuid NOT NULL REFERENCES stay,
    referral_id uuid NOT NULL REFERENCES referral,
    client_id uuid NOT NULL REFERENCES client,
    class data_class NOT NULL DEFAULT 'coordination' CHECK (class = 'coordination'),
    because text NOT NULL CHECK (because IN ('weekend', 'family', 'appointment', 'court', 'hospital', 'left_without_saying', 'other')),
    left_at timestamptz NOT NULL,
    expected_at timestamptz,
    back_at timestamptz CHECK (back_at >= left_at),
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    updated_at timestamptz NOT NULL,
    updated_by uuid NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    FOREIGN KEY (stay_id, referral_id) REFERENCES stay (id, referral_id),
    FOREIGN KEY (referral_id, client_id) REFERENCES referral (id, client_id)
  );
  CREATE UNIQUE INDEX stay_leave_one_at_a_time ON stay_leave (stay_id) WHERE back_at IS NULL;
  CREATE INDEX stay_leave_of_stay ON stay_leave (stay_id, left_at, id);
  CREATE INDEX stay_leave_of_client ON stay_leave (client_id);
`;

const LOOKS_AFTER = `(SELECT app_role()) IN ('intake_worker', 'coordinator', 'administrator')`;
const ROOMS = `(SELECT app_role()) IN ('intake_worker', 'coordinator', 'counsellor', 'peer_navigator', 'physician')`;
const OF_OUR_SERVICE = `EXISTS (SELECT FROM service s WHERE s.id = service_id AND s.organisation_id = (SELECT app_organisation()))`;
const OF_OUR_BED = `EXISTS (SELECT FROM bed b JOIN service s ON s.id = b.service_id
    WHERE b.id = bed_id AND s.organisation_id = (SELECT app_organisation()))`;

/** Whoever has just changed the date or the stay that it is held for. */
const JUST_MOVED = `(EXISTS (SELECT FROM attempt a WHERE a.id = held_for AND a.bed_id = bed_hold.bed_id
    AND a.updated_by = (SELECT app_membership()) AND a.updated_at = (SELECT app_now()))
  OR EXISTS (SELECT FROM stay s WHERE held_for IN (s.id, s.attempt_id) AND s.bed_id = bed_hold.bed_id
    AND s.updated_by = (SELECT app_membership()) AND s.updated_at = (SELECT app_now())))`;

const shut = (table: string) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY owner ON ${table} TO throughline_owner USING (true) WITH CHECK (true);`;

const BEDS = `
  -- Which bed is promised or slept in, and until when, without whose it is: two workers cannot give the same one.
  CREATE TABLE bed_hold (
    bed_id uuid PRIMARY KEY REFERENCES bed,
    -- The attempt, or the stay where there was none.
    held_for uuid NOT NULL UNIQUE,
    -- Null: until somebody gives it back. A promise that is over by time may be taken away by the next one.
    held_until timestamptz,
    held_at timestamptz NOT NULL,
    held_by uuid NOT NULL
  );
  ${['bed', 'bed_hold'].map(shut).join('')}
  CREATE POLICY ours_read ON bed FOR SELECT TO throughline_app USING (${OF_OUR_SERVICE});
  CREATE POLICY ours_insert ON bed FOR INSERT TO throughline_app
    WITH CHECK (${LOOKS_AFTER} AND created_by = (SELECT app_membership()) AND ${OF_OUR_SERVICE});
  CREATE POLICY ours_update ON bed FOR UPDATE TO throughline_app USING (${LOOKS_AFTER} AND ${OF_OUR_SERVICE});
  GRANT SELECT, INSERT, UPDATE (label, closed_at, version) ON bed TO throughline_app;
  CREATE POLICY ours_read ON bed_hold FOR SELECT TO throughline_app USING (${OF_OUR_BED});
  -- The other side may confirm or end a date, and keeps or frees its bed with it.
  CREATE POLICY moved_read ON bed_hold FOR SELECT TO throughline_app USING (${JUST_MOVED});
  CREATE POLICY moved_update ON bed_hold FOR UPDATE TO throughline_app USING (${JUST_MOVED});
  CREATE POLICY moved_delete ON bed_hold FOR DELETE TO throughline_app USING (${JUST_MOVED});
  CREATE POLICY ours_insert ON bed_hold FOR INSERT TO throughline_app
    WITH CHECK (${ROOMS} AND held_by = (SELECT app_membership()) AND held_at = (SELECT app_now()) AND ${OF_OUR_BED});
  CREATE POLICY ours_update ON bed_hold FOR UPDATE TO throughline_app USING (${ROOMS} AND ${OF_OUR_BED});
  CREATE POLICY ours_delete ON bed_hold FOR DELETE TO throughline_app USING (${ROOMS} AND ${OF_OUR_BED});
  GRANT SELECT, INSERT, DELETE, UPDATE (held_until) ON bed_hold TO throughline_app;
`;

const POLICIES = `
  CALL protect_client_table('attempt', may_change => '{offered_for,zone,bed_id,answer_by,state,outcome,confirmed_at,confirmed_by_channel,
    transport,accompanied_by,before_steps,ended_at,next_try_on,words,updated_at,updated_by,version}');
  CALL protect_referral_table('attempt');
  CALL keep_history('attempt');
  CALL protect_client_table('reach_attempt', '{SELECT,INSERT}');
  CALL protect_referral_table('reach_attempt', '{SELECT,INSERT}');
  CALL keep_history('reach_attempt');
  CALL protect_client_table('stay', may_change => '{bed_id,state,planned_end_on,ended_at,because,naloxone,told_of_lower_tolerance,words,
    updated_at,updated_by,version}');
  CALL protect_referral_table('stay');
  CALL keep_history('stay');
  CALL protect_client_table('stay_leave', may_change => '{expected_at,back_at,updated_at,updated_by,version}');
  CALL protect_referral_table('stay_leave');
  CALL keep_history('stay_leave');
`;

/** Another of the actor's own grants, in force now, that lets them write of this referral. */
const WRITES = (client: string, referral: string) => `EXISTS (SELECT FROM access_grant g WHERE g.client_id = ${client}
    AND g.scope_kind = 'referral' AND g.scope_id = ${referral} AND 'coordination' = ANY (g.write_classes)
    AND g.valid_from <= (SELECT app_now()) AND (g.valid_until IS NULL OR g.valid_until > (SELECT app_now()))
    AND g.grantee_id = ANY ((SELECT app_grantees())::uuid[]))`;

const OUTREACH = `
  -- Who confirms the next date settles the outreach, whichever side they are on; nothing else of a task is theirs to change.
  CREATE POLICY outreach_is_settled ON task FOR UPDATE TO throughline_app
    USING (source_kind = 'referral' AND kind = 'warm_outreach' AND class = 'coordination' AND ${WRITES('task.client_id', 'task.source_id')})
    WITH CHECK (source_kind = 'referral' AND kind = 'warm_outreach' AND state = 'done' AND updated_by = (SELECT app_membership())
      AND ${WRITES('task.client_id', 'task.source_id')});

  -- Who at the sender keeps what has to be done because of a referral: whoever asked for it as long as they stand and may
  -- see it, else their role there, else its coordinators. Only who just changed the referral or a date of it learns it.
  CREATE FUNCTION keeper_at_sender(wanted uuid) RETURNS TABLE (organisation_id uuid, membership_id uuid, role text, zone text, language text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT r.sender_organisation_id, CASE WHEN asked.stands THEN m.id END,
           CASE WHEN NOT asked.stands THEN CASE WHEN keeper_stands(NULL, r.sender_organisation_id, m.role, r.client_id, r.class)
             THEN m.role ELSE 'coordinator' END END,
           o.time_zone, CASE WHEN asked.stands THEN s.language WHEN 'fr' = o.languages[1] THEN 'fr' ELSE 'en' END
      FROM referral r JOIN organisation o ON o.id = r.sender_organisation_id
      JOIN membership m ON m.id = r.requested_by JOIN staff s ON s.id = m.staff_id
      CROSS JOIN LATERAL (SELECT keeper_stands(m.id, r.sender_organisation_id, NULL, r.client_id, r.class) AS stands) asked
     WHERE r.id = wanted AND r.client_id IS NOT NULL AND ((r.updated_by = app_membership() AND r.updated_at = app_now())
       OR EXISTS (SELECT FROM attempt a WHERE a.referral_id = r.id AND a.updated_by = app_membership() AND a.updated_at = app_now())) $$;
  GRANT EXECUTE ON FUNCTION keeper_at_sender TO throughline_app;
`;

const TELLING = `
  -- That a stay is over and what the body took before may now be too much: to whoever asked for the stay, or else the
  -- coordinators there, and to whom the client turns to first. It names the referral; only who just ended the stay tells.
  CREATE FUNCTION tell_of_lowered_tolerance(ended uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE
    s stay := (SELECT ROW(k.*)::stay FROM stay k WHERE k.id = ended AND k.state = 'ended'
      AND k.updated_by = app_membership() AND k.updated_at = app_now());
    r referral := (SELECT ROW(k.*)::referral FROM referral k WHERE k.id = s.referral_id);
  BEGIN
    IF s.id IS NULL THEN
      RAISE EXCEPTION 'nobody tells of what they did not do' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO notice (id, membership_id, kind, source_kind, source_id, client_id, class, occasion, state, created_at, created_by, version)
      SELECT gen_random_uuid(), m.id, 'lowered_tolerance', 'referral', r.id, s.client_id, s.class, s.version::text, 'unread',
             app_now(), app_membership(), 1
        FROM membership m
       WHERE m.ended_at IS NULL AND m.id <> app_membership() AND (
         (m.organisation_id = r.sender_organisation_id AND CASE WHEN EXISTS (SELECT FROM membership asked
             WHERE asked.id = r.requested_by AND asked.ended_at IS NULL) THEN m.id = r.requested_by ELSE m.role = 'coordinator' END)
         OR EXISTS (SELECT FROM care_team_member t WHERE t.client_id = s.client_id AND t.membership_id = m.id AND t.is_primary
           AND t.ended_at IS NULL))
      ON CONFLICT DO NOTHING;
  END $$;
  GRANT EXECUTE ON FUNCTION tell_of_lowered_tolerance TO throughline_app;
`;
