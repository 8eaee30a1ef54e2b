import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an exchange of keys has come to, and how a person's record ends: legal hold, retention, erasure by two. */
export class KeysAndRetention1764000085000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(KEYS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE key_exchange;
      DROP INDEX sealing_key_in_exchange, sealing_key_by_master;
      ALTER TABLE sealing_key DROP COLUMN stage, DROP COLUMN keyed_at;
    `);
  }
}

const KEYS = `
  -- While a client's words are sealed anew, her row holds two wrapped keys behind one another: both open, the first seals.
  ALTER TABLE sealing_key
    ADD stage text CHECK (stage IN ('added', 'turned', 'resealed')),
    -- When the key that seals was made, if not with the record.
    ADD keyed_at timestamptz;
  CREATE INDEX sealing_key_in_exchange ON sealing_key (client_id) WHERE stage IS NOT NULL;
  -- The fingerprint of the master key stands first: a start asks which ones are needed.
  CREATE INDEX sealing_key_by_master ON sealing_key (substring(wrapped FROM 1 FOR 4));

  -- What an exchange has come to, so that one broken off goes on where it was. For the host's command alone.
  CREATE TABLE key_exchange (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('master', 'clients', 'search')),
    step text NOT NULL,
    -- The last client that this step is through with.
    after uuid,
    done integer NOT NULL CHECK (done >= 0),
    total integer NOT NULL CHECK (total >= 0),
    started_at timestamptz NOT NULL,
    moved_at timestamptz NOT NULL,
    finished_at timestamptz
  );
  CREATE UNIQUE INDEX key_exchange_once ON key_exchange (kind) WHERE finished_at IS NULL;
`;
