import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What makes a later change of `audit_entry` show: the place of each row in a hash tree, the signed roots of that tree,
 * and how far the sealer has come. Rows of `audit_entry` themselves are never touched.
 */
export class AuditSeal1764000083000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Places begin at 0 and have no gaps. No foreign key: audit has none, and a row that was taken away must show here.
      CREATE TABLE audit_leaf (
        place bigint PRIMARY KEY CHECK (place >= 0),
        entry_id uuid NOT NULL UNIQUE,
        leaf bytea NOT NULL CHECK (length(leaf) = 32)
      );
      -- \`statement\` is what was signed, to the letter; \`peaks\` are the whole subtrees from which the next root grows.
      CREATE TABLE audit_seal (
        number bigint PRIMARY KEY CHECK (number >= 1),
        size bigint NOT NULL UNIQUE CHECK (size >= 1),
        statement text NOT NULL,
        signature bytea NOT NULL CHECK (length(signature) = 64),
        peaks bytea NOT NULL
      );
      -- Where to look for what is not sealed yet: a shortcut, and no evidence. In a cluster that counts transactions anew, and
      -- after a restore, every row is looked at once again: \`walked\` says how far, and is null when that is done.
      CREATE TABLE audit_seal_progress (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        cluster text NOT NULL,
        up_to xid8 NOT NULL,
        walked uuid,
        complete_to timestamptz,
        moved_at timestamptz NOT NULL
      );
      INSERT INTO audit_seal_progress (cluster, up_to, walked, moved_at)
        VALUES ('', '0', '00000000-0000-0000-0000-000000000000', now());
      GRANT SELECT, INSERT ON audit_leaf, audit_seal TO throughline_sealer;
      GRANT SELECT, INSERT, UPDATE ON audit_seal_progress TO throughline_sealer;

      -- For readiness: seconds since the first row that waits was written, or since the sealer last came on if that is less.
      -- As owner, since nobody who serves may read all of the audit; it gives away one number.
      CREATE FUNCTION audit_seal_lag() RETURNS double precision LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT coalesce((SELECT extract(epoch FROM now() - greatest(waiting.at, p.moved_at))::double precision
          FROM audit_seal_progress p, LATERAL (SELECT e.at FROM audit_entry e
            WHERE e.written_by >= CASE WHEN p.walked IS NULL THEN p.up_to ELSE '0' END
              AND (p.walked IS NOT NULL OR (SELECT l.place FROM audit_leaf l WHERE l.entry_id = e.id) IS NULL)
            ORDER BY e.written_by LIMIT 1) waiting), 0)
      $$;
      GRANT EXECUTE ON FUNCTION audit_seal_lag TO throughline_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION audit_seal_lag;
      DROP TABLE audit_seal_progress, audit_seal, audit_leaf;
    `);
  }
}
