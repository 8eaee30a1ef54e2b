import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may be asked onto a client's team: colleagues of the house that keeps her record, and whom her consent lets see something. */
export class ATeamAcrossOrganisations1764000093700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- An answer to who may write about her team, and to nobody else. To be on it gives somebody of another organisation nothing
      -- that her consent does not: so without one there is nothing to be on it for.
      CREATE FUNCTION worker_may_join(member uuid, subject uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT writes_class(subject, 'coordination') AND EXISTS (SELECT FROM membership m
          JOIN grantee shared ON shared.organisation_id = m.organisation_id AND shared.role = m.role
          JOIN client c ON c.id = subject
          WHERE m.id = member AND m.ended_at IS NULL AND app_organisation() IN (c.home_organisation_id, m.organisation_id)
            AND (m.organisation_id = c.home_organisation_id OR EXISTS (SELECT FROM access_grant g
              WHERE g.client_id = subject AND g.grantee_id IN (m.id, shared.id) AND g.scope_id IS NULL AND g.basis = 'consent'
                AND g.valid_from <= app_now() AND (g.valid_until IS NULL OR g.valid_until > app_now())
                AND cardinality(g.read_classes) > 0))) $$;
      GRANT EXECUTE ON FUNCTION worker_may_join TO throughline_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION worker_may_join');
  }
}
