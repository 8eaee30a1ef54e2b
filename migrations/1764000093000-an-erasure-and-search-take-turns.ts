import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody is found by is not written beside an erasure: it comes before it and goes with it, or not at all. */
export class AnErasureAndSearchTakeTurns1764000093000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TOKENS_HOLD_THE_KEY);
    await runner.query(eraseClient(`PERFORM FROM sealing_key WHERE client_id = asked.client_id FOR UPDATE;`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(eraseClient(''));
    await runner.query(`
      DROP TRIGGER tokens_hold_the_key ON search_token;
      DROP FUNCTION hold_key_of_tokens;
    `);
  }
}

const TOKENS_HOLD_THE_KEY = `
  -- Writers do not wait for each other, nor for an exchange of keys; an erasure waits for all of them. Whoever waited for
  -- an erasure begins anew and finds that there is nobody.
  CREATE FUNCTION hold_key_of_tokens() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE held bytea;
  BEGIN
    FOR held IN SELECT k.wrapped FROM sealing_key k WHERE k.client_id IN (SELECT client_id FROM made) ORDER BY k.client_id FOR KEY SHARE LOOP
      IF octet_length(held) = 0 THEN
        RAISE EXCEPTION 'this record was erased meanwhile' USING ERRCODE = 'serialization_failure';
      END IF;
    END LOOP;
    RETURN NULL;
  END $$;
  CREATE TRIGGER tokens_hold_the_key AFTER INSERT ON search_token REFERENCING NEW TABLE AS made
    FOR EACH STATEMENT EXECUTE FUNCTION hold_key_of_tokens();
`;

const eraseClient = (afterWriters: string) => `
  CREATE OR REPLACE FUNCTION erase_client(wanted uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE asked erasure;
  BEGIN
    SELECT * INTO asked FROM erasure WHERE id = wanted AND organisation_id = app_organisation() FOR UPDATE;
    -- Takes turns with whoever places a hold on her, or moves her grants.
    PERFORM pg_advisory_xact_lock(hashtextextended(asked.client_id::text, 7));
    ${afterWriters}
    IF asked.id IS NULL OR asked.state <> 'requested' OR app_role() IS DISTINCT FROM 'privacy_officer' OR app_person() IS NULL
      OR asked.requested_by_person = app_person() OR asked.not_before > app_now()
      OR EXISTS (SELECT FROM legal_hold h WHERE h.client_id = asked.client_id AND h.state = 'in_force') THEN
      RAISE EXCEPTION 'this erasure is not open to be carried out' USING ERRCODE = 'insufficient_privilege';
    END IF;
    UPDATE erasure SET state = 'erased', decided_at = app_now(), decided_by = app_membership(), decided_by_person = app_person(),
      version = version + 1 WHERE id = wanted;
    UPDATE sealing_key SET wrapped = '', stage = NULL WHERE client_id = asked.client_id;
    DELETE FROM search_token WHERE client_id = asked.client_id;
    DELETE FROM access_grant WHERE client_id = asked.client_id;
    DELETE FROM retention_due WHERE client_id = asked.client_id;
  END $$;`;
