import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When two records were joined and parted, for the one of the two that is named. */
const linesOfLink = (client: string, step: string): string => `
        SELECT line_id(l.id::text || line.version || l.${client}), l.${client}, 'record_link', l.id, l.class, line.version,
               line.at, line.at, line.by_membership${step}
          FROM record_link l
         CROSS JOIN LATERAL (VALUES (1, l.joined_at, l.joined_by), (2, l.parted_at, l.parted_by)) line(version, at, by_membership)
         WHERE line.at IS NOT NULL`;

const timeline = (step: string, moves: string): string => `
      CREATE VIEW timeline_entry WITH (security_invoker = true) AS
        SELECT id, client_id, kind, record_id, class, version, at, occurred_at, by_membership${step && `${step} AS step`} FROM change WHERE version = 1
        UNION ALL
        SELECT line_id(h.consent_id::text || h.version), c.client_id, 'consent', h.consent_id, h.class, h.version, h.at, h.at, h.by_membership${step}
          FROM consent_history h JOIN consent c ON c.id = h.consent_id
         WHERE c.state <> 'entered_in_error' AND reads_class(c.client_id, h.class)
        UNION ALL
        SELECT line_id(b.id::text), b.client_id, 'break_glass', b.id, b.class, 1, b.opened_at, b.opened_at, b.membership_id${step}
          FROM break_glass b WHERE reads_class(b.client_id, b.class)
        UNION ALL
        ${['one_client_id', 'other_client_id'].map((client) => linesOfLink(client, step)).join(' UNION ALL ')}${moves};
      GRANT SELECT ON timeline_entry TO throughline_app;`;

/** The draft is told of as a record that was made, as is a date that is written down afterwards. Whoever sees a referral alone, and not her record, has its history. */
const MOVES = `
        UNION ALL
        SELECT m.id, m.client_id, 'referral', m.referral_id, m.class, m.version, m.at, m.at, m.by_membership, m.move
          FROM referral_move m WHERE m.client_id IS NOT NULL AND m.move <> 'draft' AND reads_class(m.client_id, m.class)
        UNION ALL
        SELECT line_id(a.id::text || 'end'), a.client_id, 'attempt', a.id, a.class, a.version, a.updated_at, a.ended_at, a.updated_by, 'end'
          FROM attempt a WHERE a.state = 'ended' AND a.version > 1 AND reads_class(a.client_id, a.class)
        UNION ALL
        SELECT line_id(t.id::text || 'end'), t.client_id, 'stay', t.id, t.class, t.version, t.updated_at, t.ended_at, t.updated_by, 'end'
          FROM stay t WHERE t.state = 'ended' AND reads_class(t.client_id, t.class)`;

/** What became of a referral belongs among what happened to her: that it was sent, which dates held, when a stay was over. */
export class MovesOfReferralsInTheTimeline1764000200100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX referral_move_of_client ON referral_move (client_id, at, id) WHERE client_id IS NOT NULL;
      DROP VIEW timeline_entry;
      ${timeline(', NULL::text', MOVES)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW timeline_entry;
      ${timeline('', '')}
      DROP INDEX referral_move_of_client;
    `);
  }
}
