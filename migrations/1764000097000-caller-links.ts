import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A caller who became a client ties the two together by her own decision, and takes along what she chooses. Before that
 * nobody reads both sides, and afterwards again nobody does.
 */
export class CallerLinks1764000097000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LINKS);
    await runner.query(TAKEN_ALONG);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION linked_referrals;
      DROP POLICY linked_read ON caller_key;
      DROP POLICY linked_read ON caller_note;
      DROP TABLE caller_link;
      DROP FUNCTION caller_taken_for;
    `);
  }
}

const LINKS = `
  -- Whether the actor sees that this client is whom a receiver took this caller for. With rights of the actor: a policy
  -- that looked at referrals itself would ask back here without end.
  CREATE FUNCTION caller_taken_for(wanted uuid, caller uuid, client uuid) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM referral r JOIN referral_reception t ON t.referral_id = r.id
      WHERE r.id = $1 AND r.caller_id = $2 AND t.client_id = $3) $$;
  GRANT EXECUTE ON FUNCTION caller_taken_for TO throughline_app;

  CREATE TABLE caller_link (
    id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES client,
    class data_class NOT NULL DEFAULT 'substance_use' CHECK (class = 'substance_use'),
    caller_id uuid NOT NULL REFERENCES caller,
    -- The referral that brought her here.
    referral_id uuid NOT NULL,
    -- What she takes along, and no more.
    parts text[] NOT NULL CHECK (parts <@ ARRAY['remembered', 'referrals'] AND cardinality(parts) > 0),
    how_given text NOT NULL CHECK (how_given IN ('in_person', 'phone', 'written')),
    explained_by uuid NOT NULL REFERENCES membership,
    -- What she said to it.
    words bytea NOT NULL,
    state text NOT NULL CONSTRAINT caller_link_state CHECK (state IN ('linked', 'unlinked')),
    linked_at timestamptz NOT NULL,
    linked_by uuid NOT NULL,
    unlinked_at timestamptz CHECK (unlinked_at >= linked_at),
    unlinked_by uuid,
    version integer NOT NULL CHECK (version > 0),
    FOREIGN KEY (referral_id, caller_id) REFERENCES referral (id, caller_id),
    CHECK ((state = 'unlinked') = (unlinked_at IS NOT NULL) AND (unlinked_at IS NULL) = (unlinked_by IS NULL))
  );
  CREATE UNIQUE INDEX caller_link_once ON caller_link (client_id, caller_id) WHERE state = 'linked';
  CREATE INDEX caller_link_of_client ON caller_link (client_id, linked_at, id);
  CREATE INDEX caller_link_of_caller ON caller_link (caller_id) WHERE state = 'linked';

  CALL protect_client_table('caller_link', '{SELECT}');
  CREATE POLICY taken_insert ON caller_link FOR INSERT TO throughline_app WITH CHECK (state = 'linked'
    AND linked_by = (SELECT app_membership()) AND linked_at = (SELECT app_now())
    AND writes_class(client_id, class) AND caller_taken_for(referral_id, caller_id, client_id));
  CREATE POLICY unlinking ON caller_link FOR UPDATE TO throughline_app
    USING (state = 'linked' AND writes_class(client_id, class))
    WITH CHECK (state = 'unlinked' AND unlinked_by = (SELECT app_membership()) AND unlinked_at = (SELECT app_now()));
  GRANT INSERT, UPDATE (state, unlinked_at, unlinked_by, version) ON caller_link TO throughline_app;
  CALL keep_history('caller_link');
`;

/** A standing link that the actor sees under the client's grants. */
const LINKED = (table: string, part: string) => `EXISTS (SELECT FROM caller_link l
    WHERE l.caller_id = ${table}.caller_id AND l.state = 'linked' AND '${part}' = ANY (l.parts))`;

const TAKEN_ALONG = `
  CREATE POLICY linked_read ON caller_note FOR SELECT TO throughline_app
    USING (state = 'remembered' AND ${LINKED('caller_note', 'remembered')});
  CREATE POLICY linked_read ON caller_key FOR SELECT TO throughline_app
    USING (octet_length(wrapped) > 0 AND ${LINKED('caller_key', 'remembered')});

  -- Of her other referrals nothing but what was asked for, where each stands and since when: the row itself, and what the
  -- line wrote in it, stay with the line and with whom it was sent to.
  CREATE FUNCTION linked_referrals(wanted uuid) RETURNS TABLE (link_id uuid, id uuid, asks_for text, urgency text, state text,
    state_since timestamptz, sent_at timestamptz, ended_at timestamptz) LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT l.id, r.id, r.asks_for, r.urgency, r.state, r.state_since, r.sent_at, r.ended_at
      FROM caller_link l JOIN referral r ON r.caller_id = l.caller_id AND r.id <> l.referral_id
     WHERE l.client_id = wanted AND l.state = 'linked' AND 'referrals' = ANY (l.parts)
       AND r.sent_at IS NOT NULL AND r.state <> 'entered_in_error'
       AND EXISTS (SELECT FROM access_grant g WHERE g.client_id = wanted AND g.scope_id IS NULL
         AND l.class = ANY (g.read_classes) AND g.grantee_id = ANY (app_grantees())
         AND g.valid_from <= app_now() AND (g.valid_until IS NULL OR g.valid_until > app_now())
         AND (g.purposes IS NULL OR app_purpose() = ANY (g.purposes)))
     ORDER BY l.linked_at, r.sent_at, r.id $$;
  GRANT EXECUTE ON FUNCTION linked_referrals TO throughline_app;
`;
