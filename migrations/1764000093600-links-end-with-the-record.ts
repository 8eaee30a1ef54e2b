import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A client's links are taken back when her record is erased, and go when nobody asks for them any more. */
export class LinksEndWithTheRecord1764000093600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(eraseClient(TAKEN_BACK));
    await runner.query(PURGE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION purge_hand_links');
    await runner.query(eraseClient(''));
  }
}

const TAKEN_BACK = `
    -- What she holds in her hands is as if it had been taken back: the same page as for a link that never was.
    UPDATE hand_link SET revoked_at = app_now(), version = version + 1 WHERE client_id = asked.client_id AND revoked_at IS NULL;
    UPDATE hand_session SET ended_at = app_now() WHERE client_id = asked.client_id AND ended_at IS NULL;`;

const eraseClient = (links: string) => `
  CREATE OR REPLACE FUNCTION erase_client(wanted uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE asked erasure;
  BEGIN
    SELECT * INTO asked FROM erasure WHERE id = wanted AND organisation_id = app_organisation() FOR UPDATE;
    -- Takes turns with whoever places a hold on her, or moves her grants.
    PERFORM pg_advisory_xact_lock(hashtextextended(asked.client_id::text, 7));
    PERFORM FROM sealing_key WHERE client_id = asked.client_id FOR UPDATE;
    IF asked.id IS NULL OR asked.state <> 'requested' OR app_role() IS DISTINCT FROM 'privacy_officer' OR app_person() IS NULL
      OR asked.requested_by_person = app_person() OR asked.not_before > app_now()
      OR EXISTS (SELECT FROM legal_hold h WHERE h.client_id = asked.client_id AND h.state = 'in_force') THEN
      RAISE EXCEPTION 'this erasure is not open to be carried out' USING ERRCODE = 'insufficient_privilege';
    END IF;
    UPDATE erasure SET state = 'erased', decided_at = app_now(), decided_by = app_membership(), decided_by_person = app_person(),
      version = version + 1 WHERE id = wanted;
    UPDATE sealing_key SET wrapped = '', stage = NULL WHERE client_id = asked.client_id;${links}
    DELETE FROM search_token WHERE client_id = asked.client_id;
    DELETE FROM access_grant WHERE client_id = asked.client_id;
    DELETE FROM retention_due WHERE client_id = asked.client_id;
  END $$;`;

const PURGE = `
  -- The one door of role jobs to this. Ninety days after a link is over, as with sessions of staff; that it was made and opened
  -- stays in the audit. What a legal hold keeps stays.
  CREATE FUNCTION purge_hand_links() RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE gone uuid[] := ARRAY(SELECT l.id FROM hand_link l WHERE least(l.ends_at, l.revoked_at) < app_now() - interval '90 days'
    AND NOT EXISTS (SELECT FROM legal_hold h WHERE h.client_id = l.client_id AND h.state = 'in_force') ORDER BY l.client_id, l.id LIMIT 1000);
  BEGIN
    DELETE FROM hand_session WHERE link_id = ANY (gone);
    DELETE FROM hand_link WHERE id = ANY (gone);
    DELETE FROM grantee WHERE kind = 'link' AND id = ANY (gone);
    RETURN cardinality(gone);
  END $$;
  GRANT EXECUTE ON FUNCTION purge_hand_links TO throughline_jobs;
`;
