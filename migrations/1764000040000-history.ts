import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each record was before, and who changed which when: kept by the tables themselves, so that no use case can forget. */
export class History1764000040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(KEEPING);
    await runner.query(AS_OF);
    await runner.query(`
      CALL keep_history('client');
      CALL keep_history('client_name');
      CALL keep_history('channel');
      CALL keep_history('supporter');
      CALL keep_history('care_team_member');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER history ON care_team_member;
      DROP TRIGGER history ON supporter;
      DROP TRIGGER history ON channel;
      DROP TRIGGER history ON client_name;
      DROP TRIGGER history ON client;
      DROP FUNCTION as_of;
      DROP PROCEDURE keep_history;
      DROP FUNCTION keep_earlier_version;
      DROP TABLE earlier_version, change;
    `);
  }
}

const TABLES = `
  -- One row a change: class, record, author, time; no content.
  CREATE TABLE change (
    id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES client,
    class data_class NOT NULL,
    kind text NOT NULL,
    record_id uuid NOT NULL,
    version integer NOT NULL,
    at timestamptz NOT NULL,
    -- When what the record tells of took place: a contact logged late stands in the timeline where it belongs.
    occurred_at timestamptz NOT NULL,
    by_membership uuid,
    UNIQUE (record_id, version)
  );
  CREATE INDEX change_of_client ON change (client_id, at, id);
  CREATE INDEX change_in_time ON change (client_id, occurred_at, id);
  CALL protect_client_table('change', '{SELECT}');

  -- The whole row as it stood in an earlier version, its words sealed as they were. The class is the record's class of
  -- today: what was raised since is guarded as it is now. None is ever lowered.
  CREATE TABLE earlier_version (
    record_id uuid NOT NULL,
    version integer NOT NULL,
    client_id uuid NOT NULL REFERENCES client,
    class data_class NOT NULL,
    kind text NOT NULL,
    row jsonb NOT NULL,
    PRIMARY KEY (record_id, version)
  );
  CREATE INDEX earlier_version_of_client ON earlier_version (client_id, kind);
  CALL protect_client_table('earlier_version', '{SELECT}');
`;

const KEEPING = `
  CREATE FUNCTION keep_earlier_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE
    subject uuid;
    occurred timestamptz := app_now();
    moved boolean;
  BEGIN
    -- Each column is named only where its table has it: turning the row into JSON would cost more than all the rest.
    IF TG_TABLE_NAME = 'client' THEN subject := NEW.id; ELSE subject := NEW.client_id; END IF;
    IF TG_NARGS > 0 AND TG_OP = 'INSERT' THEN occurred := NEW.happened_at; END IF;
    IF TG_OP = 'UPDATE' THEN
      IF TG_TABLE_NAME = 'client' THEN moved := NEW.id <> OLD.id; ELSE moved := NEW.client_id IS DISTINCT FROM OLD.client_id; END IF;
      IF moved OR NEW.id <> OLD.id THEN
        RAISE EXCEPTION 'whose % % is never changes', TG_TABLE_NAME, OLD.id USING ERRCODE = 'check_violation';
      END IF;
    END IF;
    IF subject IS NULL THEN RETURN NULL; END IF; -- a record that is about no client
    IF TG_OP = 'UPDATE' THEN
      IF NEW.version <= OLD.version THEN
        -- The same words under another key are no change of the record: only the host's command seals anew.
        IF session_user = 'throughline_owner' AND current_setting('app.resealing', true) = 'on'
          AND to_jsonb(NEW) - 'words' = to_jsonb(OLD) - 'words' THEN RETURN NULL; END IF;
        RAISE EXCEPTION '% % was changed without a new version', TG_TABLE_NAME, NEW.id USING ERRCODE = 'check_violation';
      END IF;
      INSERT INTO earlier_version (record_id, version, client_id, class, kind, row)
        VALUES (OLD.id, OLD.version, subject, NEW.class, TG_TABLE_NAME, to_jsonb(OLD));
      IF NEW.class <> OLD.class THEN
        -- Its whole past goes with it. What a whole team reads may become what fewer read; no other two classes stand above
        -- one another, and a change between them would show the past to somebody new.
        IF OLD.class <> 'coordination' OR NEW.class IN ('identity_name', 'identity_contact') THEN
          RAISE EXCEPTION '% % keeps its class, or its past would be shown to others', TG_TABLE_NAME, NEW.id
            USING ERRCODE = 'check_violation';
        END IF;
        UPDATE earlier_version SET class = NEW.class WHERE record_id = NEW.id;
        UPDATE change SET class = NEW.class WHERE record_id = NEW.id;
      END IF;
    END IF;
    INSERT INTO change (id, client_id, class, kind, record_id, version, at, occurred_at, by_membership)
      VALUES (gen_random_uuid(), subject, NEW.class, TG_TABLE_NAME, NEW.id, NEW.version, app_now(), occurred, app_membership());
    RETURN NULL;
  END $$;

  -- What a record tells of took place at its happened_at, where it has one.
  CREATE PROCEDURE keep_history(target regclass) LANGUAGE plpgsql AS $$
  DECLARE happened text := (SELECT attname FROM pg_attribute WHERE attrelid = target AND attname = 'happened_at' AND NOT attisdropped);
  BEGIN
    EXECUTE format('CREATE TRIGGER history AFTER INSERT OR UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION keep_earlier_version(%s)', target, happened);
  END $$;
`;

const AS_OF = `
  -- The rows of one table as they stood at an instant: as_of(NULL::need, ids, instant). It runs with the rights of who
  -- asks, so the past is seen under the grants in force now.
  CREATE FUNCTION as_of(sort anyelement, clients uuid[], instant timestamptz) RETURNS SETOF anyelement
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE
    target text := pg_typeof(sort)::text;
    subject text := CASE target WHEN 'client' THEN 'id' ELSE 'client_id' END;
  BEGIN
    RETURN QUERY EXECUTE format('SELECT t.* FROM %1$s t JOIN change c ON c.record_id = t.id AND c.version = t.version
        WHERE t.%2$I = ANY ($1) AND c.at <= $2
      UNION ALL
      SELECT (jsonb_populate_record(NULL::%1$s, e.row)).* FROM earlier_version e
        JOIN change c ON c.record_id = e.record_id AND c.version = e.version
        JOIN LATERAL (SELECT n.at FROM change n WHERE n.record_id = e.record_id AND n.version > e.version
          ORDER BY n.version LIMIT 1) next ON true
        WHERE e.client_id = ANY ($1) AND e.kind = $3 AND c.at <= $2 AND next.at > $2', target, subject)
      USING clients, instant, target;
  END $$;
  GRANT EXECUTE ON FUNCTION as_of TO throughline_app;
`;
