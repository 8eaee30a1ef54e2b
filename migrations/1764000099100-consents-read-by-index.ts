import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whom a consent names reads it where they hold anything of her. Without a comparison that is not an equality, PostgreSQL
 * read all grants of the actor into a hash table for each statement that asks for consents: 10,000 for a coordinator.
 */
export class ConsentsReadByIndex1764000099100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(recipientReads(' AND length(consent.class) > 0'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(recipientReads(''));
  }
}

const recipientReads = (also: string): string => `
  ALTER POLICY recipient_read ON consent USING (decision = 'permit' AND recipient_organisation_id = (SELECT app_organisation())
    AND (recipient_role IS NULL OR recipient_role = (SELECT app_role()))
    AND (recipient_membership_id IS NULL OR recipient_membership_id = (SELECT app_membership()))
    AND EXISTS (SELECT FROM access_grant g WHERE g.client_id = consent.client_id AND g.scope_id IS NULL
      AND g.valid_from <= (SELECT app_now()) AND (g.valid_until IS NULL OR g.valid_until > (SELECT app_now()))
      AND g.grantee_id = ANY ((SELECT app_grantees())::uuid[])${also}));`;
