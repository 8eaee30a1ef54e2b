import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Somebody who called the line is erased as a client is: asked for by one, decided by another, and for good. */
export class CallersAreErasedByTwo1764000099400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SUBJECTS);
    await runner.query(OF_THE_LINE);
    await runner.query(IN_TURN);
    await runner.query(ERASE_CLIENT(DECIDED));
    await runner.query(ERASE_CALLER);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION erase_caller;
      ${ERASE_CLIENT(DECIDED_ALONE)}
      DROP FUNCTION decide_erasure;
      DROP TRIGGER sent_holds_key ON referral;
      DROP TRIGGER links_hold_key ON caller_link;
      DROP TRIGGER notes_hold_key ON caller_note;
      DROP TRIGGER tokens_hold_key ON caller_token;
      DROP FUNCTION hold_key_of_caller;
      DROP POLICY line_update ON erasure;
      DROP POLICY line_insert ON erasure;
      DROP POLICY line_read ON erasure;
      ALTER POLICY line_read ON caller USING (${OUR_LINE});
      ALTER TABLE caller DROP COLUMN erased_at;
      DELETE FROM erasure WHERE caller_id IS NOT NULL;
      ALTER TABLE erasure DROP COLUMN caller_id, ALTER client_id SET NOT NULL,
        ADD CONSTRAINT erasure_because_check CHECK (because IN ('client_asked', 'retention_over', 'court_order', 'made_by_mistake'));
    `);
  }
}

const OUR_LINE = `(SELECT app_role()) = 'line_operator' AND organisation_id = (SELECT app_organisation())`;

const SUBJECTS = `
  ALTER TABLE erasure
    ALTER client_id DROP NOT NULL,
    ADD caller_id uuid,
    ADD FOREIGN KEY (caller_id, organisation_id) REFERENCES caller (id, organisation_id),
    ADD CONSTRAINT erasure_of_one CHECK (num_nonnulls(client_id, caller_id) = 1),
    DROP CONSTRAINT erasure_because_check,
    ADD CONSTRAINT erasure_because_check CHECK (CASE WHEN caller_id IS NULL
      THEN because IN ('client_asked', 'retention_over', 'court_order', 'made_by_mistake')
      ELSE because IN ('caller_asked', 'court_order', 'made_by_mistake') END);
  CREATE UNIQUE INDEX erasure_of_caller_once ON erasure (caller_id) WHERE state IN ('requested', 'erased');
  CREATE INDEX erasure_of_caller ON erasure (caller_id, organisation_id) WHERE caller_id IS NOT NULL;

  -- Who asks is who works the line, of a caller that they see; and who asked may take it back.
  CREATE POLICY line_read ON erasure FOR SELECT TO throughline_app USING (caller_id IS NOT NULL AND ${OUR_LINE});
  CREATE POLICY line_insert ON erasure FOR INSERT TO throughline_app WITH CHECK (${OUR_LINE} AND state = 'requested'
    AND requested_by = (SELECT app_membership()) AND requested_by_person = (SELECT app_person())
    AND EXISTS (SELECT FROM caller c WHERE c.id = caller_id));
  CREATE POLICY line_update ON erasure FOR UPDATE TO throughline_app
    USING (caller_id IS NOT NULL AND ${OUR_LINE} AND state = 'requested' AND requested_by_person = (SELECT app_person()))
    WITH CHECK (${OUR_LINE} AND state = 'withdrawn' AND decided_by = (SELECT app_membership())
      AND decided_by_person = (SELECT app_person()));
`;

const OF_THE_LINE = `
  -- To her line she is not there any more, and nothing that hangs on her is: each policy of hers asks for this row.
  ALTER TABLE caller ADD erased_at timestamptz;
  ALTER POLICY line_read ON caller USING (${OUR_LINE} AND erased_at IS NULL);

  -- As with clients: writers do not wait for each other, an erasure waits for all of them, and who waited for it begins anew.
  CREATE FUNCTION hold_key_of_caller() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE held bytea;
  BEGIN
    SELECT k.wrapped INTO held FROM caller_key k WHERE k.caller_id = NEW.caller_id FOR KEY SHARE;
    IF octet_length(held) = 0 THEN
      RAISE EXCEPTION 'this caller was erased meanwhile' USING ERRCODE = 'serialization_failure';
    END IF;
    RETURN NEW;
  END $$;
  GRANT EXECUTE ON FUNCTION hold_key_of_caller TO throughline_app;
  CREATE TRIGGER tokens_hold_key BEFORE INSERT ON caller_token FOR EACH ROW
    WHEN (current_user = 'throughline_app') EXECUTE FUNCTION hold_key_of_caller();
  CREATE TRIGGER notes_hold_key BEFORE INSERT OR UPDATE ON caller_note FOR EACH ROW
    WHEN (current_user = 'throughline_app') EXECUTE FUNCTION hold_key_of_caller();
  CREATE TRIGGER links_hold_key BEFORE INSERT ON caller_link FOR EACH ROW
    WHEN (current_user = 'throughline_app') EXECUTE FUNCTION hold_key_of_caller();
  -- Whenever something of hers becomes another house's to see.
  CREATE TRIGGER sent_holds_key BEFORE UPDATE ON referral FOR EACH ROW
    WHEN (NEW.caller_id IS NOT NULL AND NEW.sent_at IS NOT NULL AND NEW.agreement_ended_at IS NULL
      AND (OLD.sent_at IS NULL OR OLD.agreement_ended_at IS NOT NULL) AND current_user = 'throughline_app')
    EXECUTE FUNCTION hold_key_of_caller();
`;

/** Asked again of everything that the application should have asked: two people, three days, and for a client no hold. */
const CHECKED = `
    IF asked.id IS NULL OR asked.state <> 'requested' OR app_role() IS DISTINCT FROM 'privacy_officer' OR app_person() IS NULL
      OR asked.requested_by_person = app_person() OR asked.not_before > app_now()
      OR EXISTS (SELECT FROM legal_hold h WHERE h.client_id = asked.client_id AND h.state = 'in_force') THEN
      RAISE EXCEPTION 'this erasure is not open to be carried out' USING ERRCODE = 'insufficient_privilege';
    END IF;
    UPDATE erasure SET state = 'erased', decided_at = app_now(), decided_by = app_membership(), decided_by_person = app_person(),
      version = version + 1 WHERE id = wanted;`;

const IN_TURN = `
  -- What every erasure has in common: it comes after whoever writes on her, and is decided by a second person, or not at all.
  -- For the functions that erase; nobody else is let call it.
  CREATE FUNCTION decide_erasure(wanted uuid) RETURNS erasure LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE asked erasure;
  BEGIN
    SELECT * INTO asked FROM erasure WHERE id = wanted AND organisation_id = app_organisation() FOR UPDATE;
    -- Takes turns with whoever places a hold on her, or moves her grants.
    PERFORM pg_advisory_xact_lock(hashtextextended(coalesce(asked.client_id, asked.caller_id)::text, 7));
    PERFORM FROM sealing_key WHERE client_id = asked.client_id FOR UPDATE;
    -- In the order in which the line writes: herself, what it refers, her key.
    PERFORM FROM caller WHERE id = asked.caller_id FOR NO KEY UPDATE;
    PERFORM FROM referral WHERE caller_id = asked.caller_id ORDER BY id FOR NO KEY UPDATE;
    PERFORM FROM caller_key WHERE caller_id = asked.caller_id FOR UPDATE;
    ${CHECKED}
    RETURN asked;
  END $$;
`;

const DECIDED = `
    asked := decide_erasure(wanted);
    IF asked.client_id IS NULL THEN
      RAISE EXCEPTION 'this erasure is of no client' USING ERRCODE = 'insufficient_privilege';
    END IF;`;

const DECIDED_ALONE = `
    SELECT * INTO asked FROM erasure WHERE id = wanted AND organisation_id = app_organisation() FOR UPDATE;
    -- Takes turns with whoever places a hold on her, or moves her grants.
    PERFORM pg_advisory_xact_lock(hashtextextended(asked.client_id::text, 7));
    PERFORM FROM sealing_key WHERE client_id = asked.client_id FOR UPDATE;
    ${CHECKED}`;

const ERASE_CLIENT = (decided: string) => `
  CREATE OR REPLACE FUNCTION erase_client(wanted uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE asked erasure;
  BEGIN${decided}
    UPDATE sealing_key SET wrapped = '', stage = NULL WHERE client_id = asked.client_id;
    -- What she holds in her hands is as if it had been taken back: the same page as for a link that never was.
    UPDATE hand_link SET revoked_at = app_now(), version = version + 1 WHERE client_id = asked.client_id AND revoked_at IS NULL;
    UPDATE hand_session SET ended_at = app_now() WHERE client_id = asked.client_id AND ended_at IS NULL;
    DELETE FROM search_token WHERE client_id = asked.client_id;
    DELETE FROM access_grant WHERE client_id = asked.client_id;
    DELETE FROM retention_due WHERE client_id = asked.client_id;
  END $$;`;

const ERASE_CALLER = `
  -- Shreds the key that opens what the line and those it referred her to wrote of her; she is found no more, called back no
  -- more, tied to no client any more, and shares nothing any more. Her referrals go on: what becomes of them is the sender's
  -- to say. Rows, dates, codes and the audit stay as they are.
  CREATE FUNCTION erase_caller(wanted uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE asked erasure;
  BEGIN
    asked := decide_erasure(wanted);
    IF asked.caller_id IS NULL THEN
      RAISE EXCEPTION 'this erasure is of no caller' USING ERRCODE = 'insufficient_privilege';
    END IF;
    UPDATE caller_key SET wrapped = '', stage = NULL WHERE caller_id = asked.caller_id;
    DELETE FROM caller_token WHERE caller_id = asked.caller_id;
    UPDATE caller SET may_be_called_back = false, erased_at = app_now(), updated_at = app_now(), updated_by = app_membership(),
      version = version + 1 WHERE id = asked.caller_id;
    UPDATE caller_link SET state = 'unlinked', unlinked_at = app_now(), unlinked_by = app_membership(), version = version + 1
      WHERE caller_id = asked.caller_id AND state = 'linked';
    PERFORM end_sharing(ARRAY(SELECT id FROM referral WHERE caller_id = asked.caller_id));
  END $$;
  GRANT EXECUTE ON FUNCTION erase_caller TO throughline_app;
`;
