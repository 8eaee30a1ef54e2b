import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When two records were joined and parted, for the one of the two that is named. */
const linesOfLink = (client: string): string => `
        SELECT line_id(l.id::text || line.version || l.${client}), l.${client}, 'record_link', l.id, l.class, line.version,
               line.at, line.at, line.by_membership
          FROM record_link l
         CROSS JOIN LATERAL (VALUES (1, l.joined_at, l.joined_by), (2, l.parted_at, l.parted_by)) line(version, at, by_membership)
         WHERE line.at IS NOT NULL`;

/** What happened to a client over all sorts of records, those that keep a history of their own kind among them. */
export class Timeline1764000099000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION reads_class(wanted uuid, of text) RETURNS boolean LANGUAGE sql STABLE
      SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT EXISTS (SELECT FROM access_grant g WHERE g.client_id = wanted AND g.scope_id IS NULL
          AND g.valid_from <= app_now() AND (g.valid_until IS NULL OR g.valid_until > app_now())
          AND g.grantee_id = ANY (app_grantees()) AND of = ANY (g.read_classes)) $$;
      GRANT EXECUTE ON FUNCTION reads_class TO throughline_app;

      -- A line that no table has an id for: the same one each time (RFC 9562, version 8).
      CREATE FUNCTION line_id(of text) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
        $$ SELECT overlay(overlay(md5(of) PLACING '8' FROM 13) PLACING 'a' FROM 17)::uuid $$;
      GRANT EXECUTE ON FUNCTION line_id TO throughline_app;

      -- Each part is seen as its own table is seen. A recipient reads the consent that was given to them, and whoever opened
      -- a record in an emergency reads that they did: in the timeline stands only what the class of it lets them read too.
      CREATE VIEW timeline_entry WITH (security_invoker = true) AS
        SELECT id, client_id, kind, record_id, class, version, at, occurred_at, by_membership FROM change WHERE version = 1
        UNION ALL
        SELECT line_id(h.consent_id::text || h.version), c.client_id, 'consent', h.consent_id, h.class, h.version, h.at, h.at, h.by_membership
          FROM consent_history h JOIN consent c ON c.id = h.consent_id
         WHERE c.state <> 'entered_in_error' AND reads_class(c.client_id, h.class)
        UNION ALL
        SELECT line_id(b.id::text), b.client_id, 'break_glass', b.id, b.class, 1, b.opened_at, b.opened_at, b.membership_id
          FROM break_glass b WHERE reads_class(b.client_id, b.class)
        UNION ALL
        ${['one_client_id', 'other_client_id'].map(linesOfLink).join(' UNION ALL ')};
      GRANT SELECT ON timeline_entry TO throughline_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW timeline_entry; DROP FUNCTION line_id, reads_class;');
  }
}
