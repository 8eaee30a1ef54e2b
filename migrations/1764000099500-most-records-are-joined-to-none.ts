import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Nearly every record is joined to no other. To set up the walk along joined records, with the policies of both ends, cost
 * more than any other question that the plan asks; whether there is anything to walk to is one look into an index.
 */
export class MostRecordsAreJoinedToNone1764000099500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Only of a record that the actor holds something of: of others it says nothing.
      CREATE FUNCTION is_joined(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT CASE WHEN EXISTS (SELECT FROM record_link l WHERE l.one_client_id = wanted AND l.state = 'joined')
            OR EXISTS (SELECT FROM record_link l WHERE l.other_client_id = wanted AND l.state = 'joined')
          THEN EXISTS (SELECT FROM access_grant g WHERE g.client_id = wanted AND g.grantee_id = ANY (app_grantees())) ELSE false END $$;
      REVOKE EXECUTE ON FUNCTION is_joined FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION is_joined TO throughline_app;

      CREATE OR REPLACE FUNCTION records_of(wanted uuid) RETURNS SETOF uuid LANGUAGE plpgsql STABLE ROWS 2
      SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF is_joined(wanted) THEN
          RETURN QUERY ${WALK};
        ELSE
          RETURN NEXT wanted;
        END IF;
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION records_of(wanted uuid) RETURNS SETOF uuid LANGUAGE sql STABLE ROWS 2
      SET search_path = pg_catalog, public, pg_temp AS $$ ${WALK} $$;
      DROP FUNCTION is_joined;
    `);
  }
}

/** As \`1764000087000-record-links\` made it: over links whose both ends the actor sees. Circles end by themselves. */
const WALK = `WITH RECURSIVE hers(id) AS (
    SELECT wanted
    UNION
    SELECT linked.id FROM hers CROSS JOIN LATERAL (
      SELECT l.other_client_id FROM record_link l WHERE l.one_client_id = hers.id AND l.state = 'joined'
      UNION ALL
      SELECT l.one_client_id FROM record_link l WHERE l.other_client_id = hers.id AND l.state = 'joined') linked(id))
  SELECT id FROM hers`;
