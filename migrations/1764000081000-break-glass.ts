import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A record opened in an emergency: with a reason, for an hour, to read, told at once and reviewed. */
export class BreakGlass1764000081000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(WHO_SEES);
    await runner.query(AT_ONCE);
    await runner.query(SOURCE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CALL gather_grant_sources('grant_from_break_glass');
      DROP VIEW grant_from_break_glass;
      DROP FUNCTION sealing_key_for_review;
      DROP TABLE break_glass;
      DROP FUNCTION break_glass_once, tell_of_break_glass;
    `);
  }
}

const TABLE = `
  CREATE TABLE break_glass (
    id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES client,
    class data_class NOT NULL DEFAULT 'coordination' CHECK (class = 'coordination'),
    membership_id uuid NOT NULL REFERENCES membership,
    person_id uuid NOT NULL REFERENCES staff,
    organisation_id uuid NOT NULL REFERENCES organisation,
    role text NOT NULL CHECK (role IN ('peer_navigator', 'counsellor', 'physician')),
    because text NOT NULL CHECK (because IN ('life_in_danger', 'cannot_be_asked', 'others_in_danger', 'other')),
    -- The reason, and what the review says, sealed with the client's key. Empty for as long as it takes the opener to hold it.
    words bytea,
    state text NOT NULL CONSTRAINT break_glass_state CHECK (state IN ('open', 'closed', 'reviewed')),
    opened_at timestamptz NOT NULL,
    -- An hour, whatever the application says.
    ends_at timestamptz NOT NULL CHECK (ends_at = opened_at + interval '60 minutes'),
    closed_at timestamptz CHECK (closed_at BETWEEN opened_at AND ends_at),
    closed_by uuid,
    review_due_at timestamptz NOT NULL CHECK (review_due_at = opened_at + interval '72 hours'),
    outcome text CHECK (outcome IN ('appropriate', 'not_appropriate', 'to_follow_up')),
    reviewed_at timestamptz CHECK (reviewed_at >= coalesce(closed_at, ends_at)),
    reviewed_by uuid,
    -- Never whoever opened it, in whichever role they come.
    reviewed_by_person uuid CHECK (reviewed_by_person <> person_id),
    version integer NOT NULL CHECK (version > 0),
    CHECK ((closed_at IS NULL) = (closed_by IS NULL) AND (state <> 'closed' OR closed_at IS NOT NULL)
      AND (state <> 'open' OR closed_at IS NULL)),
    CHECK ((state = 'reviewed') = (reviewed_at IS NOT NULL) AND (reviewed_at IS NULL) = (reviewed_by IS NULL)
      AND (reviewed_at IS NULL) = (reviewed_by_person IS NULL) AND (reviewed_at IS NULL) = (outcome IS NULL))
  );
  CREATE INDEX break_glass_of_client ON break_glass (client_id, opened_at);
  CREATE INDEX break_glass_of_membership ON break_glass (membership_id, client_id);
  CREATE INDEX break_glass_to_review ON break_glass (review_due_at, id) WHERE state <> 'reviewed';
`;

const OFFICER = `(SELECT app_role()) = 'privacy_officer' AND client_is_of_our_home(client_id)`;

const WHO_SEES = `
  -- Whoever works with her sees that it happened; so does whoever did it, and who answers for the record.
  CALL protect_client_table('break_glass', '{SELECT}');
  CREATE POLICY own_read ON break_glass FOR SELECT TO throughline_app USING (membership_id = (SELECT app_membership()));
  CREATE POLICY officer_read ON break_glass FOR SELECT TO throughline_app USING (${OFFICER});
  -- By oneself, now, for oneself alone.
  CREATE POLICY own_insert ON break_glass FOR INSERT TO throughline_app WITH CHECK (
    membership_id = (SELECT app_membership()) AND person_id = (SELECT app_person())
    AND organisation_id = (SELECT app_organisation()) AND role = (SELECT app_role())
    AND opened_at = (SELECT app_now()) AND state = 'open' AND words IS NULL);
  CREATE POLICY own_update ON break_glass FOR UPDATE TO throughline_app
    USING (membership_id = (SELECT app_membership()) AND state = 'open')
    WITH CHECK (membership_id = (SELECT app_membership()) AND state <> 'reviewed'
      AND (closed_by IS NULL OR closed_by = (SELECT app_membership())));
  CREATE POLICY officer_update ON break_glass FOR UPDATE TO throughline_app
    USING (${OFFICER} AND state <> 'reviewed')
    WITH CHECK (${OFFICER} AND (state = 'closed' OR (reviewed_by = (SELECT app_membership())
      AND reviewed_by_person = (SELECT app_person()) AND reviewed_at = (SELECT app_now()))));
  GRANT INSERT ON break_glass TO throughline_app;
  GRANT UPDATE (words, state, closed_at, closed_by, outcome, reviewed_at, reviewed_by, reviewed_by_person, version)
    ON break_glass TO throughline_app;

  -- The reason is sealed with the client's key, of which a privacy officer holds no grant. Her rows stay shut all the same.
  CREATE FUNCTION sealing_key_for_review(wanted uuid) RETURNS bytea LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT k.wrapped FROM sealing_key k WHERE k.client_id = wanted AND octet_length(k.wrapped) > 0
       AND client_is_of_our_home(wanted) AND EXISTS (SELECT FROM break_glass b WHERE b.client_id = wanted) $$;
  GRANT EXECUTE ON FUNCTION sealing_key_for_review TO throughline_app;
`;

const AT_ONCE = `
  -- One at a time for one worker and one client, however many requests come at once.
  CREATE FUNCTION break_glass_once() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    -- Whoever was erased is as one who never was: nothing of them opens, and nobody is told.
    IF EXISTS (SELECT FROM sealing_key k WHERE k.client_id = NEW.client_id AND octet_length(k.wrapped) = 0) THEN
      RAISE EXCEPTION 'there is nothing to open' USING ERRCODE = 'foreign_key_violation';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('break glass ' || NEW.membership_id || NEW.client_id, 7));
    IF EXISTS (SELECT FROM break_glass b WHERE b.membership_id = NEW.membership_id AND b.client_id = NEW.client_id
      AND coalesce(b.closed_at, b.ends_at) > NEW.opened_at) THEN
      RAISE EXCEPTION 'one is open' USING ERRCODE = 'exclusion_violation';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER break_glass_once BEFORE INSERT ON break_glass FOR EACH ROW EXECUTE FUNCTION break_glass_once();

  -- Coordinators and privacy officers of her home hear of it in the same transaction, wherever the opener works. It names
  -- no client: who may know which one it is reads that in its place.
  CREATE FUNCTION tell_of_break_glass() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    INSERT INTO notice (id, membership_id, kind, source_kind, source_id, occasion, state, created_at, created_by, version)
      SELECT gen_random_uuid(), m.id, 'break_glass_opened', 'break_glass', NEW.id, '1', 'unread', app_now(), NEW.membership_id, 1
        FROM client c
        JOIN membership m ON m.organisation_id = c.home_organisation_id AND m.ended_at IS NULL
          AND m.role IN ('coordinator', 'privacy_officer')
        JOIN staff s ON s.id = m.staff_id AND s.disabled_at IS NULL
       WHERE c.id = NEW.client_id AND m.staff_id <> NEW.person_id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER break_glass_tells AFTER INSERT ON break_glass FOR EACH ROW EXECUTE FUNCTION tell_of_break_glass();
`;

const SOURCE = `
  -- To read, in an emergency, what the role may hold: never a counsellor's own notes, and never to write.
  CREATE VIEW grant_from_break_glass WITH (security_invoker = true) AS
    SELECT b.membership_id AS grantee_id, b.client_id,
           array_remove(r.read_classes::text[], 'counselling')::data_classes AS read_classes, '{}'::data_classes AS write_classes,
           '{emergency}'::use_purposes AS purposes, NULL::text AS scope_kind, NULL::uuid AS scope_id, 'break_glass' AS basis,
           b.id AS basis_id, b.opened_at AS valid_from, coalesce(b.closed_at, b.ends_at) AS valid_until
      FROM break_glass b
      JOIN membership m ON m.id = b.membership_id AND m.ended_at IS NULL AND m.role = b.role
      JOIN role_ceiling r ON r.role = m.role
     WHERE coalesce(b.closed_at, b.ends_at) > b.opened_at;
  CALL gather_grant_sources();

  CREATE TRIGGER break_glass_moves_grants AFTER INSERT OR DELETE OR UPDATE OF closed_at ON break_glass
    FOR EACH ROW EXECUTE FUNCTION recompute_after_client_row();
`;
