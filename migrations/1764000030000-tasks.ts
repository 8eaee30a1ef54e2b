import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody owes next, the notices that tell them, and how background work reaches both. */
export class Tasks1764000030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TASKS);
    await runner.query(WHO_SEES);
    await runner.query(TASK_POLICIES);
    await runner.query(NOTICES);
    await runner.query(BACKGROUND);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER membership_end_orphans_tasks ON membership;
      DROP TRIGGER disabling_orphans_tasks ON staff;
      DROP FUNCTION orphan_tasks, tell;
      DROP TABLE task_reminder, notice, task_move;
      DROP TABLE task;
      DROP FUNCTION keep_words_of_task, keeper_stands_for, keeper_stands, membership_sees;
      ALTER TABLE membership DROP CONSTRAINT membership_in_organisation;
    `);
  }
}

/** The actor's own grants, in force now and over the whole client, hold the row's class. */
const holds = (table: string, classes: 'read_classes' | 'write_classes') => `
  EXISTS (SELECT FROM access_grant g WHERE g.client_id = ${table}.client_id AND g.scope_id IS NULL
    AND g.valid_from <= (SELECT app_now()) AND (g.valid_until IS NULL OR g.valid_until > (SELECT app_now()))
    AND g.grantee_id = ANY ((SELECT app_grantees())::uuid[]) AND ${table}.class = ANY (g.${classes}))`;

const TASKS = `
  ALTER TABLE membership ADD CONSTRAINT membership_in_organisation UNIQUE (id, organisation_id);

  -- About a client, with the class of its source; or about none, and then without a word of free text.
  CREATE TABLE task (
    id uuid PRIMARY KEY,
    client_id uuid REFERENCES client,
    class data_class,
    -- Chosen, never written: it stands in the clear and in the audit.
    kind text NOT NULL CONSTRAINT task_kind CHECK (kind IN ('follow_up', 'call_her_back', 'visit', 'accompany',
      'book_appointment', 'bring_papers', 'warm_outreach', 'session', 'after_care', 'other', 'contact_follow_up',
      'need_action', 'renew_consent', 'debrief_offer', 'review_rule_pack')),
    words bytea,
    source_kind text CHECK (source_kind ~ '^[a-z]+(_[a-z]+)*$' AND length(source_kind) <= 60),
    source_id uuid,
    -- One membership, or whoever holds the role there.
    owner_organisation_id uuid NOT NULL REFERENCES organisation,
    owner_membership_id uuid,
    owner_role text CHECK (owner_role IN ('line_operator', 'peer_navigator', 'counsellor', 'physician', 'pharmacist',
      'intake_worker', 'coordinator', 'privacy_officer', 'community_partner', 'administrator')),
    -- Civil dates of this row are days in this zone; the instants beside them are computed once, by the pinned zone data.
    zone text NOT NULL,
    due_on date,
    due_at timestamptz,
    overdue_at timestamptz CHECK (overdue_at >= due_at),
    state text NOT NULL CONSTRAINT task_state CHECK (state IN ('open', 'set_aside', 'done', 'client_declined')),
    aside_because text CHECK (aside_because IN ('waiting_for_client', 'waiting_for_other', 'client_asked', 'not_yet',
      'could_not_reach', 'other')),
    aside_until date,
    back_at timestamptz,
    -- When it asks for somebody's attention next.
    attend_at timestamptz GENERATED ALWAYS AS (CASE state WHEN 'open' THEN due_at WHEN 'set_aside' THEN back_at END) STORED,
    is_live boolean NOT NULL GENERATED ALWAYS AS (state IN ('open', 'set_aside')) STORED,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    updated_at timestamptz NOT NULL,
    updated_by uuid NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    FOREIGN KEY (owner_membership_id, owner_organisation_id) REFERENCES membership (id, organisation_id),
    CHECK ((owner_membership_id IS NULL) <> (owner_role IS NULL)),
    CHECK ((client_id IS NULL) = (class IS NULL)),
    CHECK ((client_id IS NULL) = (words IS NULL)),
    CHECK ((source_kind IS NULL) = (source_id IS NULL)),
    CHECK ((due_at IS NULL) = (overdue_at IS NULL) AND (due_on IS NULL OR due_at IS NOT NULL)),
    CHECK ((state = 'set_aside') = (aside_because IS NOT NULL) AND (aside_because IS NULL) = (aside_until IS NULL)
      AND (aside_until IS NULL) = (back_at IS NULL))
  );
  CREATE INDEX task_of_membership ON task (owner_membership_id, is_live, (coalesce(due_at, 'infinity')), id);
  CREATE INDEX task_of_organisation ON task (owner_organisation_id, is_live, (coalesce(due_at, 'infinity')), id);
  CREATE INDEX task_of_role ON task (owner_organisation_id, owner_role, is_live, (coalesce(due_at, 'infinity')), id)
    WHERE owner_role IS NOT NULL;
  CREATE INDEX task_of_client ON task (client_id, is_live, (coalesce(due_at, 'infinity')), id);
  CREATE INDEX task_of_source ON task (source_id) WHERE source_id IS NOT NULL;
  CREATE INDEX task_to_attend ON task (attend_at) WHERE attend_at IS NOT NULL;

  -- Each move as it was made: state and owner are those after it.
  CREATE TABLE task_move (
    task_id uuid NOT NULL REFERENCES task,
    version integer NOT NULL CHECK (version > 0),
    client_id uuid REFERENCES client,
    class data_class,
    move text NOT NULL,
    from_state text,
    to_state text NOT NULL,
    owner_organisation_id uuid NOT NULL,
    owner_membership_id uuid,
    owner_role text,
    aside_because text,
    aside_until date,
    words bytea,
    at timestamptz NOT NULL,
    by_membership uuid NOT NULL,
    PRIMARY KEY (task_id, version),
    CHECK ((move = 'open') = (from_state IS NULL)),
    CHECK (client_id IS NOT NULL OR words IS NULL)
  );
`;

const WHO_SEES = `
  -- Whether this membership stands and may read this class of this client now: the actor for what it was asked for,
  -- anybody else for whatever they may say, but in an emergency.
  CREATE FUNCTION membership_sees(member uuid, subject uuid, wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM membership m
      JOIN staff s ON s.id = m.staff_id AND s.disabled_at IS NULL
      JOIN organisation o ON o.id = m.organisation_id AND o.closed_at IS NULL
      JOIN grantee shared ON shared.organisation_id = m.organisation_id AND shared.role = m.role
      WHERE m.id = member AND m.ended_at IS NULL AND (subject IS NULL OR EXISTS (SELECT FROM access_grant g
        WHERE g.client_id = subject AND g.grantee_id IN (m.id, shared.id) AND g.scope_id IS NULL
          AND g.valid_from <= app_now() AND (g.valid_until IS NULL OR g.valid_until > app_now())
          AND (g.purposes IS NULL OR CASE WHEN m.id = app_membership() THEN app_purpose() = ANY (g.purposes)
            ELSE g.purposes <> '{emergency}' END)
          AND wanted = ANY (g.read_classes)))) $$;

  -- Whether somebody stands behind this owner who may see what the task is about.
  CREATE FUNCTION keeper_stands(member uuid, organisation uuid, role_there text, subject uuid, wanted text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT CASE WHEN member IS NOT NULL THEN membership_sees(member, subject, wanted) ELSE EXISTS (
      SELECT FROM membership m WHERE m.organisation_id = organisation AND m.role = role_there AND m.ended_at IS NULL
        AND membership_sees(m.id, subject, wanted)) END $$;
  GRANT EXECUTE ON FUNCTION membership_sees, keeper_stands TO throughline_jobs;

  -- The same for the application, which learns it only about what the actor sees.
  CREATE FUNCTION keeper_stands_for(member uuid, organisation uuid, role_there text, subject uuid, wanted text)
  RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT CASE WHEN subject IS NULL THEN organisation = app_organisation() ELSE membership_sees(app_membership(), subject, wanted) END
      AND keeper_stands(member, organisation, role_there, subject, wanted) $$;
  GRANT EXECUTE ON FUNCTION keeper_stands_for TO throughline_app;
`;

const MINE = `(task.owner_membership_id = (SELECT app_membership())
    OR (task.owner_organisation_id = (SELECT app_organisation()) AND task.owner_role = (SELECT app_role())))`;

const TASK_POLICIES = `
  -- What a task is about, its class and its origin never change.
  CALL protect_client_table('task', may_change => '{words,owner_organisation_id,owner_membership_id,owner_role,zone,due_on,due_at,
    overdue_at,state,aside_because,aside_until,back_at,updated_at,updated_by,version}');
  -- Whoever owes it may move it when they may read its class, also where their role writes nothing of that class.
  CREATE POLICY kept_update ON task FOR UPDATE TO throughline_app
    USING (${MINE} AND ${holds('task', 'read_classes')})
    WITH CHECK (updated_by = (SELECT app_membership()) AND ${holds('task', 'read_classes')});
  -- They move it: to reword it, or to give it another day, takes writing the class.
  CREATE FUNCTION keep_words_of_task() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    IF NOT ${holds('NEW', 'write_classes')} THEN
      RAISE EXCEPTION 'who may only read a task changes neither its words nor its day' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END $$;
  GRANT EXECUTE ON FUNCTION keep_words_of_task TO throughline_app;
  CREATE TRIGGER task_keeps_words BEFORE UPDATE OF words, zone, due_on, due_at, overdue_at ON task FOR EACH ROW
    WHEN (OLD.client_id IS NOT NULL AND current_user = 'throughline_app'
      AND (OLD.words, OLD.zone, OLD.due_on, OLD.due_at, OLD.overdue_at)
        IS DISTINCT FROM (NEW.words, NEW.zone, NEW.due_on, NEW.due_at, NEW.overdue_at))
    EXECUTE FUNCTION keep_words_of_task();
  -- About no client: seen by those who owe it, made it, moved it last, and by the coordinators there.
  CREATE POLICY house_read ON task FOR SELECT TO throughline_app USING (client_id IS NULL AND (${MINE}
    OR created_by = (SELECT app_membership()) OR updated_by = (SELECT app_membership())
    OR (owner_organisation_id = (SELECT app_organisation()) AND (SELECT app_role()) = 'coordinator')));
  CREATE POLICY house_insert ON task FOR INSERT TO throughline_app WITH CHECK (client_id IS NULL
    AND owner_organisation_id = (SELECT app_organisation()) AND created_by = (SELECT app_membership())
    AND updated_by = (SELECT app_membership()));
  CREATE POLICY house_update ON task FOR UPDATE TO throughline_app
    USING (client_id IS NULL AND owner_organisation_id = (SELECT app_organisation()))
    WITH CHECK (client_id IS NULL AND owner_organisation_id = (SELECT app_organisation())
      AND updated_by = (SELECT app_membership()));

  CALL protect_client_table('task_move', '{SELECT}');
  CREATE POLICY house_read ON task_move FOR SELECT TO throughline_app
    USING (client_id IS NULL AND EXISTS (SELECT FROM task t WHERE t.id = task_id));
  -- The move that somebody just made, and no other.
  CREATE POLICY own_move ON task_move FOR INSERT TO throughline_app WITH CHECK (by_membership = (SELECT app_membership())
    AND EXISTS (SELECT FROM task t WHERE t.id = task_move.task_id AND t.version = task_move.version
      AND t.updated_by = (SELECT app_membership()) AND t.client_id IS NOT DISTINCT FROM task_move.client_id
      AND t.class IS NOT DISTINCT FROM task_move.class));
  GRANT INSERT ON task_move TO throughline_app;
`;

const NOTICES = `
  -- For one membership: which record, nothing of what stands in it.
  CREATE TABLE notice (
    id uuid PRIMARY KEY,
    membership_id uuid NOT NULL REFERENCES membership,
    kind text NOT NULL CHECK (kind ~ '^[a-z]+(_[a-z]+)*$' AND length(kind) <= 60),
    source_kind text NOT NULL CHECK (source_kind ~ '^[a-z]+(_[a-z]+)*$' AND length(source_kind) <= 60),
    source_id uuid NOT NULL,
    client_id uuid REFERENCES client,
    class data_class,
    -- Which time of the same source: told twice of one occasion, somebody has one notice.
    occasion text NOT NULL CHECK (occasion ~ '^[0-9TZ:.-]{1,40}$'),
    state text NOT NULL CONSTRAINT notice_state CHECK (state IN ('unread', 'read')),
    created_at timestamptz NOT NULL,
    created_by uuid,
    read_at timestamptz,
    version integer NOT NULL CHECK (version > 0),
    CHECK ((client_id IS NULL) = (class IS NULL)),
    CHECK ((state = 'read') = (read_at IS NOT NULL)),
    UNIQUE (membership_id, source_id, kind, occasion)
  );
  CREATE INDEX notice_of_membership ON notice (membership_id, created_at, id);
  CREATE INDEX notice_unread ON notice (membership_id, created_at, id) WHERE state = 'unread';

  ALTER TABLE notice ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY owner ON notice TO throughline_owner USING (true) WITH CHECK (true);
  CREATE POLICY own_read ON notice FOR SELECT TO throughline_app
    USING (membership_id = (SELECT app_membership()) AND (client_id IS NULL OR ${holds('notice', 'read_classes')}));
  CREATE POLICY own_update ON notice FOR UPDATE TO throughline_app
    USING (membership_id = (SELECT app_membership()) AND (client_id IS NULL OR ${holds('notice', 'read_classes')}))
    WITH CHECK (membership_id = (SELECT app_membership()));
  GRANT SELECT, UPDATE (state, read_at, version) ON notice TO throughline_app;

  -- Tells an owner, without seeing what else they were told, who they are or whether anybody was told: each membership
  -- behind the owner that may see the class, but not the actor.
  CREATE FUNCTION tell(member uuid, organisation uuid, role_there text, what text, about_kind text, about uuid,
    subject uuid, wanted text, which text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    IF app_membership() IS NULL OR NOT (CASE WHEN subject IS NULL THEN organisation = app_organisation()
      ELSE membership_sees(app_membership(), subject, wanted) END) THEN
      RAISE EXCEPTION 'nobody tells of what they do not see' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO notice (id, membership_id, kind, source_kind, source_id, client_id, class, occasion, state, created_at,
        created_by, version)
      SELECT gen_random_uuid(), m.id, what, about_kind, about, subject, wanted, which, 'unread', app_now(), app_membership(), 1
        FROM membership m WHERE m.organisation_id = organisation AND m.id <> app_membership()
          AND (m.id = member OR (member IS NULL AND m.role = role_there)) AND membership_sees(m.id, subject, wanted)
      ON CONFLICT DO NOTHING;
  END $$;
  GRANT EXECUTE ON FUNCTION tell TO throughline_app;
`;

const BACKGROUND = `
  -- Who owes what and when, without its words; and the mark that somebody was told.
  CREATE POLICY background_read ON task FOR SELECT TO throughline_jobs USING (state IN ('open', 'set_aside'));
  GRANT SELECT (id, client_id, class, owner_organisation_id, owner_membership_id, owner_role, state, attend_at, is_live)
    ON task TO throughline_jobs;
  CREATE POLICY background_tell ON notice FOR INSERT TO throughline_jobs WITH CHECK (created_by IS NULL AND state = 'unread');
  GRANT INSERT ON notice TO throughline_jobs;

  CREATE TABLE task_reminder (
    task_id uuid NOT NULL REFERENCES task,
    attend_at timestamptz NOT NULL,
    PRIMARY KEY (task_id, attend_at)
  );
  ALTER TABLE task_reminder ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY owner ON task_reminder TO throughline_owner USING (true) WITH CHECK (true);
  CREATE POLICY background ON task_reminder TO throughline_jobs USING (true) WITH CHECK (true);
  GRANT SELECT, INSERT ON task_reminder TO throughline_jobs;

  -- Sessions that are over, and the tokens of these.
  CREATE POLICY over ON session TO throughline_jobs USING (least(expires_at, ended_at) < (SELECT app_now()));
  CREATE POLICY over ON refresh_token TO throughline_jobs USING (EXISTS (SELECT FROM session s WHERE s.id = session_id));
  GRANT SELECT (id, expires_at, ended_at), DELETE ON session TO throughline_jobs;
  GRANT SELECT (session_id), DELETE ON refresh_token TO throughline_jobs;

  -- Whichever way somebody leaves by the application, the queue hears of it in the same transaction, and the job finds
  -- out whether anything was left behind. The queue's code is role jobs', so it runs with the rights of the application and
  -- never with the owner's: not as a definer, and not where the owner (or a function with its rights) does the ending.
  CREATE FUNCTION orphan_tasks() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    PERFORM queue.enqueue('tell-of-orphaned-tasks', jsonb_build_object('membershipId', m.id)) FROM membership m
      WHERE CASE TG_TABLE_NAME WHEN 'membership' THEN m.id = NEW.id ELSE m.staff_id = NEW.id AND m.ended_at IS NULL END;
    RETURN NULL;
  END $$;
  GRANT EXECUTE ON FUNCTION orphan_tasks TO throughline_app;
  CREATE TRIGGER membership_end_orphans_tasks AFTER UPDATE OF ended_at ON membership FOR EACH ROW
    WHEN (NEW.ended_at IS NOT NULL AND OLD.ended_at IS NULL AND current_user = 'throughline_app') EXECUTE FUNCTION orphan_tasks();
  CREATE TRIGGER disabling_orphans_tasks AFTER UPDATE OF disabled_at ON staff FOR EACH ROW
    WHEN (NEW.disabled_at IS NOT NULL AND OLD.disabled_at IS NULL AND current_user = 'throughline_app') EXECUTE FUNCTION orphan_tasks();
`;
