import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What she said with a consent stays as it was written down, and what was counted at her link stays counted, whoever writes. */
export class AConsentOnlyEnds1764000093100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What was said when it ended, apart from what she said: two people, and two days.
      ALTER TABLE consent ADD COLUMN end_words bytea;
      REVOKE UPDATE (words) ON consent FROM throughline_app;
      GRANT UPDATE (end_words) ON consent TO throughline_app;
    `);
    await runner.query(keepHistory(SEALED_ANEW));
    await runner.query(asItStood(` - 'end_words'`));
    await runner.query(ONLY_ENDS);
    await runner.query(LINKS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER hand_session_ends ON hand_session;
      DROP TRIGGER hand_link_keeps_count ON hand_link;
      DROP TRIGGER consent_only_ends ON consent;
      DROP FUNCTION end_hand_session_once, keep_count_of_hand_link, only_end_consent;
      GRANT UPDATE (expires_at) ON hand_session TO throughline_app;
      GRANT UPDATE (words) ON consent TO throughline_app;
      ALTER TABLE consent DROP COLUMN end_words;
    `);
    await runner.query(asItStood(''));
    await runner.query(keepHistory(''));
  }
}

const SEALED_ANEW = `
    -- The same words under another key are no change of the consent: only the host's command seals anew.
    IF TG_OP = 'UPDATE' AND session_user = 'throughline_owner' AND current_setting('app.resealing', true) = 'on'
      AND to_jsonb(NEW) - '{words,end_words}'::text[] = to_jsonb(OLD) - '{words,end_words}'::text[] THEN RETURN NULL; END IF;`;

const keepHistory = (first: string) => `
  CREATE OR REPLACE FUNCTION keep_consent_history() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN${first}
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
  END $$;`;

const asItStood = (alsoWithout: string) => `
  CREATE OR REPLACE FUNCTION consent_as_it_stood(wanted uuid) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS
    $$ BEGIN
      RETURN (SELECT to_jsonb(c) - 'words'${alsoWithout} FROM consent c WHERE c.id = wanted AND EXISTS (SELECT FROM access_grant g
        WHERE g.client_id = c.client_id AND g.basis = 'consent' AND g.basis_id = c.id AND g.grantee_id = ANY (app_grantees())));
    END $$;`;

const ONLY_ENDS = `
  CREATE FUNCTION only_end_consent() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    IF NEW.state = OLD.state OR NEW.version <> OLD.version + 1 OR NEW.updated_at <> app_now() THEN
      RAISE EXCEPTION 'nothing in a consent changes but that it ends' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END $$;
  GRANT EXECUTE ON FUNCTION only_end_consent TO throughline_app;
  CREATE TRIGGER consent_only_ends BEFORE UPDATE ON consent FOR EACH ROW
    WHEN (current_user = 'throughline_app') EXECUTE FUNCTION only_end_consent();
`;

const LINKS = `
  -- Who made a link takes it back; who holds it opens it, once, and each wrong code counts. Neither does the other's part.
  CREATE FUNCTION keep_count_of_hand_link() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE
    by_holder boolean := app_role() IS NOT DISTINCT FROM 'client' AND app_link() IS NOT DISTINCT FROM OLD.id;
    is_counted boolean := (NEW.misses, NEW.wait_until) IS NOT DISTINCT FROM (OLD.misses, OLD.wait_until)
      OR (by_holder AND NEW.misses = OLD.misses + 1 AND NEW.wait_until >= OLD.wait_until);
    is_opened boolean := NEW.opened_at IS NOT DISTINCT FROM OLD.opened_at
      OR (by_holder AND OLD.opened_at IS NULL AND NEW.opened_at = app_now());
    is_taken_back boolean := NEW.revoked_at IS NOT DISTINCT FROM OLD.revoked_at
      OR (NOT by_holder AND OLD.revoked_at IS NULL AND NEW.revoked_at = app_now());
  BEGIN
    IF NOT (is_counted AND is_opened AND is_taken_back AND NEW.version BETWEEN OLD.version AND OLD.version + 1) THEN
      RAISE EXCEPTION 'a link is opened by who holds it, taken back by who made it, and neither is undone'
        USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END $$;
  GRANT EXECUTE ON FUNCTION keep_count_of_hand_link TO throughline_app;
  CREATE TRIGGER hand_link_keeps_count BEFORE UPDATE ON hand_link FOR EACH ROW
    WHEN (current_user = 'throughline_app') EXECUTE FUNCTION keep_count_of_hand_link();

  -- More time is what hand_session_at gives, as long as the link goes.
  REVOKE UPDATE (expires_at) ON hand_session FROM throughline_app;
  CREATE FUNCTION end_hand_session_once() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    RAISE EXCEPTION 'a session that has ended has ended' USING ERRCODE = 'insufficient_privilege';
  END $$;
  GRANT EXECUTE ON FUNCTION end_hand_session_once TO throughline_app;
  CREATE TRIGGER hand_session_ends BEFORE UPDATE ON hand_session FOR EACH ROW
    WHEN (OLD.ended_at IS NOT NULL) EXECUTE FUNCTION end_hand_session_once();
`;
