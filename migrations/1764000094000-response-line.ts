import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Callers of a response line: an identity domain of its own, beside the clients and tied to none of them. Who works the
 * line reads them, whichever of the line's operators took the call before; nobody else does.
 */
export class ResponseLine1764000094000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(POLICIES);
    await runner.query(HISTORY);
    await runner.query(EXCHANGE('callers'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM key_exchange WHERE kind = 'callers';
      ${EXCHANGE()}
      DROP TABLE caller_version, caller_token, caller_note, caller_key, caller;
      DROP FUNCTION keep_caller_version;
    `);
  }
}

const TABLES = `
  -- An alias is enough, and none is fine too. What she is called and where she may be called back are sealed under a key
  -- of her own.
  CREATE TABLE caller (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    language text NOT NULL CHECK (language IN ('en', 'fr')),
    may_be_called_back boolean NOT NULL,
    words bytea NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    updated_at timestamptz NOT NULL,
    updated_by uuid NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    UNIQUE (id, organisation_id)
  );
  CREATE INDEX caller_of_line ON caller (organisation_id, updated_at, id);

  CREATE TABLE caller_key (
    caller_id uuid PRIMARY KEY REFERENCES caller,
    wrapped bytea NOT NULL,
    created_at timestamptz NOT NULL,
    -- As in sealing_key, while her words are sealed anew.
    stage text CHECK (stage IN ('added', 'turned', 'resealed')),
    keyed_at timestamptz
  );
  CREATE INDEX caller_key_in_exchange ON caller_key (caller_id) WHERE stage IS NOT NULL;
  CREATE INDEX caller_key_by_master ON caller_key (substring(wrapped FROM 1 FOR 4));

  -- HMACs of what she goes by, as search_token is for clients.
  CREATE TABLE caller_token (
    caller_id uuid NOT NULL REFERENCES caller,
    hmac bytea NOT NULL CHECK (length(hmac) = 16),
    PRIMARY KEY (caller_id, hmac)
  );
  CREATE INDEX caller_token_by_hmac ON caller_token (hmac, caller_id);

  -- What she asked to be remembered, one thing a row, so that she can choose what goes along when she becomes a client.
  CREATE TABLE caller_note (
    id uuid PRIMARY KEY,
    caller_id uuid NOT NULL REFERENCES caller,
    -- Gone for good once it is let go.
    words bytea CHECK ((words IS NULL) = (state = 'let_go')),
    state text NOT NULL CONSTRAINT caller_note_state CHECK (state IN ('remembered', 'let_go')),
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    updated_at timestamptz NOT NULL,
    updated_by uuid NOT NULL,
    version integer NOT NULL CHECK (version > 0)
  );
  CREATE INDEX caller_note_of_caller ON caller_note (caller_id, created_at, id);

  -- How a caller and what is remembered of her stood before, kept by the tables themselves.
  CREATE TABLE caller_version (
    record_id uuid NOT NULL,
    version integer NOT NULL,
    caller_id uuid NOT NULL REFERENCES caller,
    kind text NOT NULL,
    row jsonb NOT NULL,
    replaced_at timestamptz NOT NULL,
    replaced_by uuid,
    PRIMARY KEY (record_id, version)
  );
  CREATE INDEX caller_version_of_caller ON caller_version (caller_id);
`;

const OPERATOR = `(SELECT app_role()) = 'line_operator'`;
const OF_OUR_LINE = `${OPERATOR} AND organisation_id = (SELECT app_organisation())`;
const HERS = (table: string) =>
  `${OPERATOR} AND EXISTS (SELECT FROM caller c WHERE c.id = ${table}.caller_id AND c.organisation_id = (SELECT app_organisation()))`;
const SIGNED = `updated_by = (SELECT app_membership())`;

const shut = (table: string) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY owner ON ${table} TO throughline_owner USING (true) WITH CHECK (true);`;

const POLICIES = `
  ${['caller', 'caller_key', 'caller_token', 'caller_note', 'caller_version'].map(shut).join('')}
  CREATE POLICY line_read ON caller FOR SELECT TO throughline_app USING (${OF_OUR_LINE});
  CREATE POLICY line_insert ON caller FOR INSERT TO throughline_app
    WITH CHECK (${OF_OUR_LINE} AND created_by = (SELECT app_membership()) AND ${SIGNED});
  CREATE POLICY line_update ON caller FOR UPDATE TO throughline_app USING (${OF_OUR_LINE}) WITH CHECK (${OF_OUR_LINE} AND ${SIGNED});
  GRANT SELECT, INSERT ON caller TO throughline_app;
  GRANT UPDATE (language, may_be_called_back, words, updated_at, updated_by, version) ON caller TO throughline_app;

  CREATE POLICY line_read ON caller_key FOR SELECT TO throughline_app
    USING (octet_length(wrapped) > 0 AND ${HERS('caller_key')});
  CREATE POLICY line_insert ON caller_key FOR INSERT TO throughline_app WITH CHECK (${HERS('caller_key')});
  GRANT SELECT, INSERT ON caller_key TO throughline_app;

  CREATE POLICY line ON caller_token TO throughline_app USING (${HERS('caller_token')}) WITH CHECK (${HERS('caller_token')});
  GRANT SELECT, INSERT, DELETE ON caller_token TO throughline_app;

  CREATE POLICY line_read ON caller_note FOR SELECT TO throughline_app USING (${HERS('caller_note')});
  CREATE POLICY line_insert ON caller_note FOR INSERT TO throughline_app
    WITH CHECK (${HERS('caller_note')} AND created_by = (SELECT app_membership()) AND ${SIGNED});
  CREATE POLICY line_update ON caller_note FOR UPDATE TO throughline_app USING (state = 'remembered' AND ${HERS('caller_note')})
    WITH CHECK (${HERS('caller_note')} AND ${SIGNED});
  GRANT SELECT, INSERT ON caller_note TO throughline_app;
  GRANT UPDATE (words, state, updated_at, updated_by, version) ON caller_note TO throughline_app;

  CREATE POLICY line_read ON caller_version FOR SELECT TO throughline_app USING (${HERS('caller_version')});
  GRANT SELECT ON caller_version TO throughline_app;
`;

const HISTORY = `
  CREATE FUNCTION keep_caller_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE was jsonb := to_jsonb(OLD);
  BEGIN
    IF NEW.version <= OLD.version THEN
      -- The same words under another key are no change: only the host's command seals anew.
      IF session_user = 'throughline_owner' AND current_setting('app.resealing', true) = 'on'
        AND to_jsonb(NEW) - 'words' = was - 'words' THEN RETURN NULL; END IF;
      RAISE EXCEPTION '% % was changed without a new version', TG_TABLE_NAME, NEW.id USING ERRCODE = 'check_violation';
    END IF;
    -- What is let go is kept nowhere, not even as it stood before.
    IF was ? 'state' AND to_jsonb(NEW) ->> 'state' = 'let_go' THEN
      was := was - 'words';
      UPDATE caller_version SET row = row - 'words' WHERE record_id = OLD.id;
    END IF;
    INSERT INTO caller_version (record_id, version, caller_id, kind, row, replaced_at, replaced_by)
      VALUES (OLD.id, OLD.version, CASE TG_TABLE_NAME WHEN 'caller' THEN OLD.id ELSE (was ->> 'caller_id')::uuid END,
        TG_TABLE_NAME, was, app_now(), app_membership());
    RETURN NULL;
  END $$;
  CREATE TRIGGER history AFTER UPDATE ON caller FOR EACH ROW EXECUTE FUNCTION keep_caller_version();
  CREATE TRIGGER history AFTER UPDATE ON caller_note FOR EACH ROW EXECUTE FUNCTION keep_caller_version();
`;

/** Callers' keys are exchanged as clients' are. */
const EXCHANGE = (...kinds: readonly string[]) => `
  ALTER TABLE key_exchange DROP CONSTRAINT key_exchange_kind_check;
  ALTER TABLE key_exchange ADD CONSTRAINT key_exchange_kind_check CHECK (kind IN (${['master', 'clients', 'search', 'audit-seal', 'second-factor', ...kinds].map((kind) => `'${kind}'`).join(', ')}));
`;
