import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That two records are one person's, and that two are not; never a row of either record. */
export class RecordLinks1764000087000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WRITES_CLASS);
    await runner.query(LINKS);
    await runner.query(ALIKE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE record_pair_set_aside;
      DROP INDEX search_token_alike_of, search_token_alike;
      ALTER TABLE search_token DROP COLUMN says;
      DROP FUNCTION records_of;
      DROP TABLE record_link;
      DROP FUNCTION writes_class;
    `);
  }
}

const WRITES_CLASS = `
  -- By one of the actor's own grants, in force now and over the whole client.
  CREATE FUNCTION writes_class(wanted uuid, of text) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM access_grant g WHERE g.client_id = wanted AND g.scope_id IS NULL
      AND g.valid_from <= app_now() AND (g.valid_until IS NULL OR g.valid_until > app_now())
      AND g.grantee_id = ANY (app_grantees()) AND of = ANY (g.write_classes)) $$;
  GRANT EXECUTE ON FUNCTION writes_class TO throughline_app;
`;

/**
 * Whoever sees who both are: the rows of client ask their own policies, so there is no second definition of seeing. Without
 * a comparison that is not an equality, PostgreSQL would read every client of the actor's into a hash table each time.
 */
const seesBoth = (table: string): string =>
  ['one_client_id', 'other_client_id']
    .map((end) => `EXISTS (SELECT FROM client c WHERE c.id = ${table}.${end} AND length(${table}.class) > 0)`)
    .join(' AND ');
const writesBoth = (of: string): string =>
  `writes_class(one_client_id, '${of}') AND writes_class(other_client_id, '${of}')`;

const LINKS = `
  CREATE TABLE record_link (
    id uuid PRIMARY KEY,
    one_client_id uuid NOT NULL REFERENCES client,
    other_client_id uuid NOT NULL REFERENCES client,
    class data_class NOT NULL DEFAULT 'identity_name' CHECK (class = 'identity_name'),
    state text NOT NULL CONSTRAINT record_link_state CHECK (state IN ('joined', 'parted')),
    joined_because text NOT NULL CHECK (joined_because IN ('client_said', 'worker_knows', 'document', 'made_twice', 'other')),
    -- Her own agreement: when and how she gave it.
    agreed_how text NOT NULL CHECK (agreed_how IN ('in_person', 'phone', 'written')),
    agreed_at timestamptz NOT NULL,
    joined_at timestamptz NOT NULL CHECK (agreed_at <= joined_at),
    joined_by uuid NOT NULL,
    parted_because text CHECK (parted_because IN ('client_asked', 'two_people', 'mistake', 'other')),
    parted_at timestamptz CHECK (parted_at >= joined_at),
    parted_by uuid,
    -- What was said with it, sealed with the key of the first of the two.
    words bytea NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    -- A pair has one order, so that it is one pair; nobody is joined to themselves.
    CHECK (one_client_id < other_client_id),
    CHECK ((state = 'parted') = (parted_at IS NOT NULL) AND (parted_at IS NULL) = (parted_by IS NULL)
      AND (parted_at IS NULL) = (parted_because IS NULL))
  );
  CREATE UNIQUE INDEX record_link_once ON record_link (one_client_id, other_client_id) WHERE state = 'joined';
  CREATE INDEX record_link_of_one ON record_link (one_client_id);
  CREATE INDEX record_link_of_other ON record_link (other_client_id);

  ALTER TABLE record_link ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY owner ON record_link TO throughline_owner USING (true) WITH CHECK (true);
  CREATE POLICY both_read ON record_link FOR SELECT TO throughline_app USING (${seesBoth('record_link')});
  CREATE POLICY both_insert ON record_link FOR INSERT TO throughline_app WITH CHECK (
    state = 'joined' AND joined_by = (SELECT app_membership()) AND joined_at = (SELECT app_now())
    AND ${seesBoth('record_link')} AND ${writesBoth('identity_name')});
  CREATE POLICY both_update ON record_link FOR UPDATE TO throughline_app
    USING (state = 'joined' AND ${seesBoth('record_link')} AND ${writesBoth('identity_name')})
    WITH CHECK (state = 'parted' AND parted_by = (SELECT app_membership()) AND parted_at = (SELECT app_now()));
  GRANT SELECT, INSERT, UPDATE (state, parted_because, parted_at, parted_by, words, version) ON record_link TO throughline_app;

  -- Every record that is hers as far as the actor may know: over links whose both ends they see. Circles end by themselves.
  CREATE FUNCTION records_of(wanted uuid) RETURNS SETOF uuid LANGUAGE sql STABLE ROWS 2
  SET search_path = pg_catalog, public, pg_temp AS $$
    WITH RECURSIVE hers(id) AS (
      SELECT wanted
      UNION
      SELECT linked.id FROM hers CROSS JOIN LATERAL (
        SELECT l.other_client_id FROM record_link l WHERE l.one_client_id = hers.id AND l.state = 'joined'
        UNION ALL
        SELECT l.one_client_id FROM record_link l WHERE l.other_client_id = hers.id AND l.state = 'joined') linked(id))
    SELECT id FROM hers $$;
  GRANT EXECUTE ON FUNCTION records_of TO throughline_app;
`;

const ALIKE = `
  -- What a token says about two records that share it; nothing for beginnings of names and ends of numbers.
  ALTER TABLE search_token ADD COLUMN says text CHECK (says IN ('name', 'names_alike', 'birth_date', 'phone', 'email'));
  -- One shared name is too common to begin with: it is asked of pairs that share something else.
  CREATE INDEX search_token_alike_of ON search_token (client_id) INCLUDE (hmac, says) WHERE says <> 'name';
  CREATE INDEX search_token_alike ON search_token (hmac, client_id) WHERE says <> 'name';

  -- Two records that somebody looked at and that are not to be asked about again.
  CREATE TABLE record_pair_set_aside (
    one_client_id uuid NOT NULL REFERENCES client,
    other_client_id uuid NOT NULL REFERENCES client,
    class data_class NOT NULL DEFAULT 'identity_name' CHECK (class = 'identity_name'),
    because text NOT NULL CHECK (because IN ('two_people', 'relatives', 'shared_contact', 'client_prefers_apart', 'other')),
    set_aside_at timestamptz NOT NULL,
    set_aside_by uuid NOT NULL,
    PRIMARY KEY (one_client_id, other_client_id),
    CHECK (one_client_id < other_client_id)
  );
  CREATE INDEX record_pair_set_aside_of_other ON record_pair_set_aside (other_client_id);
  ALTER TABLE record_pair_set_aside ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY owner ON record_pair_set_aside TO throughline_owner USING (true) WITH CHECK (true);
  CREATE POLICY both_read ON record_pair_set_aside FOR SELECT TO throughline_app USING (${seesBoth('record_pair_set_aside')});
  CREATE POLICY both_insert ON record_pair_set_aside FOR INSERT TO throughline_app WITH CHECK (
    set_aside_by = (SELECT app_membership()) AND set_aside_at = (SELECT app_now())
    AND ${seesBoth('record_pair_set_aside')} AND ${writesBoth('coordination')});
  GRANT SELECT, INSERT ON record_pair_set_aside TO throughline_app;
`;
