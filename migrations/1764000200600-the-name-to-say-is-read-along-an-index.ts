import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Of each client on a list one name is said. In the order in which it is chosen, the first is the one: no other is read,
 * nor is row-level security asked about it.
 */
export class TheNameToSayIsReadAlongAnIndex1764000200600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX client_name_to_say ON client_name
        (client_id, (setting = 'goes_by') DESC, (CASE setting WHEN 'goes_by' THEN created_at END) DESC, created_at)
        WHERE ended_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX client_name_to_say');
  }
}
