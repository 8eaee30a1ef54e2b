import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each side of a referral takes its own steps and tells of them as they were, whatever is sent to the database; and what
 * was shared until a day is shared no more when that day has come.
 */
export class ReferralSides1764000099200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STEPS);
    await runner.query(TAKEN);
    await runner.query(TOLD);
    await runner.query(BY_TIME);
    await runner.query(keptApart(`- 'words'`, ANEW));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(keptApart(ANEW, `- 'words'`));
    await runner.query(`
      DROP FUNCTION end_sharing_by_time;
      DROP INDEX referral_shared_until;
      DROP TRIGGER referral_step_is_told ON referral;
      DROP TRIGGER referral_draft_is_told ON referral;
      DROP TRIGGER referral_move_as_it_was ON referral_move;
      DROP TRIGGER referral_keeps_steps ON referral;
      DROP FUNCTION referral_step_is_told, tell_move_as_it_was, keep_steps_of_referral, is_step_of_referral;
      DROP TABLE referral_step;
    `);
  }
}

const STEPS = `
  -- The lifecycle as the database knows it: who takes which step from where. A test holds it against the domain's own.
  CREATE TABLE referral_step (
    move text NOT NULL,
    from_state text NOT NULL,
    to_state text NOT NULL,
    party text NOT NULL CHECK (party IN ('sender', 'receiver', 'outside', 'client')),
    -- Also of somebody who called the line.
    of_caller boolean NOT NULL,
    -- Only where it is no longer shared, and the other side cannot take it.
    once_unshared boolean NOT NULL,
    PRIMARY KEY (from_state, to_state, move, party)
  );
  GRANT SELECT ON referral_step TO throughline_app;
  INSERT INTO referral_step (move, from_state, to_state, party, of_caller, once_unshared)
    SELECT s.move, f, s.to_state, p, s.of_caller, s.once_unshared FROM (VALUES
      ('send', '{drafted}', 'sent', '{sender}', true, false),
      ('ask', '{sent}', 'info_requested', '{receiver,outside}', true, false),
      ('answer', '{info_requested}', 'sent', '{sender}', true, false),
      ('accept', '{sent,info_requested}', 'accepted', '{receiver,outside}', true, false),
      ('decline', '{sent,info_requested}', 'declined', '{receiver,outside}', true, false),
      ('put_on_waiting_list', '{accepted,preadmission_pending,date_not_attended,next_date_owed}', 'waitlisted',
        '{receiver,outside}', false, false),
      ('await_step', '{accepted,waitlisted,date_not_attended,next_date_owed}', 'preadmission_pending', '{receiver,outside}', false, false),
      ('owe_next_date', '{accepted,waitlisted,preadmission_pending,date_not_attended,date_offered,date_confirmed}', 'next_date_owed',
        '{sender,receiver,outside}', false, false),
      ('offer_date', '{accepted,waitlisted,date_offered,date_confirmed,preadmission_pending,date_not_attended,next_date_owed}',
        'date_offered', '{receiver,outside}', false, false),
      ('confirm_date', '{date_offered}', 'date_confirmed', '{sender,receiver,outside}', true, false),
      ('miss_date', '{accepted,waitlisted,date_offered,date_confirmed,preadmission_pending,date_not_attended,next_date_owed}',
        'date_not_attended', '{sender,receiver,outside}', false, false),
      ('arrive', '{accepted,waitlisted,date_offered,date_confirmed,preadmission_pending,date_not_attended,next_date_owed}', 'in_progress',
        '{receiver,outside}', true, false),
      ('finish', '{in_progress}', 'completed', '{receiver,outside}', true, false),
      ('finish', '{in_progress}', 'completed', '{sender}', true, true),
      ('leave_early', '{in_progress}', 'left_early', '{receiver,outside}', true, false),
      ('leave_early', '{in_progress}', 'left_early', '{sender}', true, true),
      ('withdraw', '{drafted,sent,info_requested,accepted,waitlisted,date_offered,date_confirmed,preadmission_pending,date_not_attended,
        next_date_owed,in_progress}', 'withdrawn', '{sender}', true, false),
      ('stop', '{sent,info_requested,accepted,waitlisted,date_offered,date_confirmed,preadmission_pending,date_not_attended,
        next_date_owed,in_progress}', 'stopped', '{sender,receiver,outside}', true, false),
      ('reopen', '{declined,completed,left_early,withdrawn,stopped}', 'sent', '{sender}', true, false),
      ('retract', '{drafted,sent,info_requested}', 'entered_in_error', '{sender}', true, false)
    ) s(move, from_states, to_state, parties, of_caller, once_unshared), unnest(s.from_states::text[]) f, unnest(s.parties::text[]) p;
`;

const TAKEN = `
  -- Whether this step is one that the actor may take with it as it stands: any, or the one of this name in this part.
  CREATE FUNCTION is_step_of_referral(r referral, to_state text, move text DEFAULT NULL, party text DEFAULT NULL) RETURNS boolean
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM referral_step s WHERE s.from_state = $1.state AND s.to_state = $2
      AND ($3 IS NULL OR s.move = $3) AND ($4 IS NULL OR s.party = $4) AND (s.of_caller OR $1.client_id IS NOT NULL)
      AND (NOT s.once_unshared OR $1.agreement_ended_at IS NOT NULL OR $1.agreed_until <= app_now()
        OR num_nonnulls($1.consent_id, $1.agreed_at) = 0)
      AND stands_in_referral($1, s.party)) $$;
  GRANT EXECUTE ON FUNCTION is_step_of_referral TO throughline_app;

  -- From state to state by whose step it is; and what tells of a step changes with one alone, and says now.
  CREATE FUNCTION keep_steps_of_referral() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE
    moves boolean := (OLD.state, OLD.state_since, OLD.round) IS DISTINCT FROM (NEW.state, NEW.state_since, NEW.round);
    reopens boolean := OLD.ended_at IS NOT NULL AND NEW.ended_at IS NULL;
  BEGIN
    IF moves AND is_step_of_referral(OLD, NEW.state) IS NOT TRUE THEN
      RAISE EXCEPTION 'that step of a referral is not theirs to take' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.version <> OLD.version + 1 OR NEW.round <> OLD.round + reopens::int
      OR (moves AND NEW.state_since <> app_now())
      OR (NOT moves AND (OLD.because, OLD.review_on, OLD.place_in_line, OLD.sent_at, OLD.ended_at)
        IS DISTINCT FROM (NEW.because, NEW.review_on, NEW.place_in_line, NEW.sent_at, NEW.ended_at))
      -- Between two steps the day of the next one is the sender's to name; whoever tells the last of them clears it.
      OR (NOT moves AND NEW.next_step_by IS DISTINCT FROM OLD.next_step_by
        AND (NEW.next_step_by IS NOT NULL OR NEW.ended_at IS NULL) AND stands_in_referral(OLD, 'sender') IS NOT TRUE)
      OR (NEW.sent_at IS DISTINCT FROM OLD.sent_at AND (OLD.sent_at IS NOT NULL OR NEW.sent_at <> app_now()))
      OR (NEW.ended_at IS DISTINCT FROM OLD.ended_at AND NEW.ended_at <> app_now())
      OR (NEW.known_to_sender_at IS DISTINCT FROM OLD.known_to_sender_at AND coalesce(NEW.known_to_sender_at <> app_now(), NOT reopens))
      OR (NEW.known_to_client_at IS DISTINCT FROM OLD.known_to_client_at AND coalesce(NEW.known_to_client_at <> app_now(), NOT reopens))
      OR (NEW.asked_words IS DISTINCT FROM OLD.asked_words AND (OLD.state, NEW.state) <> ('sent', 'info_requested')) THEN
      RAISE EXCEPTION 'what is told of a referral is told as it was' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END $$;
  GRANT EXECUTE ON FUNCTION keep_steps_of_referral TO throughline_app;
  CREATE TRIGGER referral_keeps_steps BEFORE UPDATE ON referral FOR EACH ROW
    WHEN (current_user = 'throughline_app' AND (NEW.version <> OLD.version + 1
      OR (OLD.state, OLD.state_since, OLD.round, OLD.because, OLD.review_on, OLD.place_in_line, OLD.sent_at, OLD.ended_at,
        OLD.next_step_by, OLD.known_to_sender_at, OLD.known_to_client_at, OLD.asked_words)
      IS DISTINCT FROM (NEW.state, NEW.state_since, NEW.round, NEW.because, NEW.review_on, NEW.place_in_line, NEW.sent_at, NEW.ended_at,
        NEW.next_step_by, NEW.known_to_sender_at, NEW.known_to_client_at, NEW.asked_words)))
    EXECUTE FUNCTION keep_steps_of_referral();
`;

const TOLD = `
  -- A line of the history is of the version that the actor has just made: from where the line before it left off, in the
  -- part that they have in it, and of what was really done. As the tables' owner, who looks each up once, by its key.
  CREATE FUNCTION tell_move_as_it_was() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE
    r referral;
    was referral;
    stood text;
  BEGIN
    SELECT * INTO r FROM referral WHERE id = NEW.referral_id;
    SELECT m.to_state INTO stood FROM referral_move m WHERE m.referral_id = NEW.referral_id ORDER BY m.version DESC LIMIT 1;
    IF r.id IS NULL OR r.updated_by IS DISTINCT FROM app_membership() OR r.updated_at <> NEW.at OR NEW.at <> app_now()
      OR (r.client_id, r.caller_id) IS DISTINCT FROM (NEW.client_id, NEW.caller_id)
      OR (r.state, r.round, r.version, stood) IS DISTINCT FROM (NEW.to_state, NEW.round, NEW.version, NEW.from_state) THEN
      RAISE EXCEPTION 'nobody tells of a move that was not made' USING ERRCODE = 'insufficient_privilege';
    END IF;
    was := r;
    was.state := stood;
    IF (CASE NEW.move
        WHEN 'draft' THEN r.version = 1 AND r.state = 'drafted' AND NEW.party = 'sender'
        WHEN 'outcome_known_to_sender' THEN NEW.party = 'sender' AND r.known_to_sender_at = NEW.at
        WHEN 'outcome_known_to_client' THEN NEW.party IN ('sender', 'receiver') AND r.known_to_client_at = NEW.at
        WHEN 'agreement_ended' THEN NEW.party = 'sender' AND r.agreement_ended_at = NEW.at
        WHEN 'agreed_again' THEN NEW.party = 'sender' AND r.agreement_ended_at IS NULL
        ELSE r.state_since = NEW.at AND r.because IS NOT DISTINCT FROM NEW.because
      END AND CASE WHEN NEW.move IN ('draft', 'outcome_known_to_sender', 'outcome_known_to_client', 'agreement_ended', 'agreed_again')
        THEN coalesce(stood, r.state) = r.state AND NEW.because IS NULL AND stands_in_referral(r, NEW.party)
        ELSE is_step_of_referral(was, r.state, NEW.move, NEW.party)
      END) IS NOT TRUE THEN
      RAISE EXCEPTION 'a move is told as what it was, by whose it was' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END $$;
  GRANT EXECUTE ON FUNCTION tell_move_as_it_was TO throughline_app;
  CREATE TRIGGER referral_move_as_it_was BEFORE INSERT ON referral_move FOR EACH ROW
    WHEN (current_user = 'throughline_app') EXECUTE FUNCTION tell_move_as_it_was();

  -- And whatever is told of has its line when the transaction ends: nothing is done to a referral in silence.
  CREATE FUNCTION referral_step_is_told() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    IF NOT EXISTS (SELECT FROM referral_move m WHERE m.referral_id = NEW.id AND m.version = NEW.version) THEN
      RAISE EXCEPTION 'no step of a referral is taken without its line in the history' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NULL;
  END $$;
  GRANT EXECUTE ON FUNCTION referral_step_is_told TO throughline_app;
  CREATE CONSTRAINT TRIGGER referral_draft_is_told AFTER INSERT ON referral DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (current_user = 'throughline_app') EXECUTE FUNCTION referral_step_is_told();
  CREATE CONSTRAINT TRIGGER referral_step_is_told AFTER UPDATE ON referral DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (current_user = 'throughline_app' AND (OLD.state, OLD.state_since, OLD.round, OLD.known_to_sender_at, OLD.known_to_client_at,
        CASE WHEN OLD.sent_at IS NOT NULL THEN OLD.agreement_ended_at END)
      IS DISTINCT FROM (NEW.state, NEW.state_since, NEW.round, NEW.known_to_sender_at, NEW.known_to_client_at,
        CASE WHEN NEW.sent_at IS NOT NULL THEN NEW.agreement_ended_at END))
    EXECUTE FUNCTION referral_step_is_told();
`;

const BY_TIME = `
  CREATE INDEX referral_shared_until ON referral (agreed_until, id)
    WHERE agreed_until IS NOT NULL AND agreement_ended_at IS NULL AND sent_at IS NOT NULL;

  -- A consent that was given until a day ends by itself, and nobody writes a word: so that the history and the boxes know of
  -- it, it is ended on every referral that went by it. What another worker is at is left to them.
  CREATE FUNCTION end_sharing_by_time(at_most integer) RETURNS TABLE (id uuid, client_id uuid, version integer)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT e.id, e.client_id, e.version FROM end_sharing(ARRAY(SELECT r.id FROM referral r
      WHERE r.agreed_until <= app_now() AND r.agreement_ended_at IS NULL AND r.sent_at IS NOT NULL
      ORDER BY r.agreed_until, r.id LIMIT at_most FOR NO KEY UPDATE SKIP LOCKED)) e $$;
  GRANT EXECUTE ON FUNCTION end_sharing_by_time TO throughline_jobs;
`;

/** Words sealed anew are no change of a record: also those that a referral keeps apart. The rest of it stays word for word. */
const ANEW = `- '{words,asked_words}'::text[]`;
const keptApart = (was: string, is: string) => `
  DO $do$ DECLARE body text := pg_get_functiondef('keep_earlier_version'::regproc);
  BEGIN
    ASSERT position($x$${was} = to_jsonb(OLD) ${was}$x$ IN body) > 0;
    EXECUTE replace(body, $x$${was}$x$, $x$${is}$x$);
  END $do$;
`;
