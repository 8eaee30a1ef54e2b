import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stays of a key of the house that was exchanged: enough to check what it made, and nothing to make more of it. */
export class HouseKeysLeaveWhatChecks1764000093500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE house_key DROP CONSTRAINT house_key_purpose_check;
      ALTER TABLE house_key ADD CONSTRAINT house_key_purpose_check CHECK (purpose IN ('token-signing', 'search', 'receipt',
        'address', 'audit-seal', 'second-factor', 'audit-seal-public', 'second-factor-codes'));
      ALTER TABLE key_exchange DROP CONSTRAINT key_exchange_kind_check;
      ALTER TABLE key_exchange ADD CONSTRAINT key_exchange_kind_check
        CHECK (kind IN ('master', 'clients', 'search', 'audit-seal', 'second-factor'));
      -- Under which key the recovery codes are hashed, where the secret has moved to another since: a hash cannot move.
      ALTER TABLE second_factor ADD COLUMN codes_key_id uuid REFERENCES house_key;
      GRANT UPDATE (codes_key_id) ON second_factor TO throughline_app;
    `);
  }

  /** An installation that has exchanged one of the two keys stays where it is: nothing gives the old one back. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE second_factor DROP COLUMN codes_key_id;
      DELETE FROM key_exchange WHERE kind IN ('audit-seal', 'second-factor');
      ALTER TABLE key_exchange DROP CONSTRAINT key_exchange_kind_check;
      ALTER TABLE key_exchange ADD CONSTRAINT key_exchange_kind_check CHECK (kind IN ('master', 'clients', 'search'));
      ALTER TABLE house_key DROP CONSTRAINT house_key_purpose_check;
      ALTER TABLE house_key ADD CONSTRAINT house_key_purpose_check
        CHECK (purpose IN ('token-signing', 'search', 'receipt', 'address', 'audit-seal', 'second-factor'));
    `);
  }
}
