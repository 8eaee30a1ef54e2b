import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A line of a referral's history, a summary that goes along with it, what it serves, each call made about it and each leave from a
 * stay are shown by a grant over the whole record, by one narrowed to this referral, or by one that came with a receiver's link:
 * one probe for the three, as of the referral itself since `a-grant-is-asked-once`. Of a caller, over whom nobody holds a
 * grant, they are shown with the referral. What a referral that is open shows of her plan likewise.
 *
 * What shows and changes referrals of callers, or through a link, asks for whom only where there is one: asked beforehand, it
 * was set up for each statement about anybody.
 */
export class APartOfAReferralAsksForOneGrant1764000200700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY by_receiver_link ON referral_summary;
      ${[...OF_ANYBODY, ...OF_CLIENTS, ...Object.keys(OPENED)].map(merged).join('')}
      ${OF_ANYBODY.map((table) => `${policy('of_caller', table)} USING (${ofCaller(table)});`).join('')}
      ${rewritten(`regexp_replace(clause, '\\( SELECT (${ASKED})\\(\\) AS \\1\\)', '\\1()', 'g')`)}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${rewritten(`regexp_replace(clause, '(${ASKED})\\(\\)', '(SELECT \\1())', 'g')`)}
      ${OF_ANYBODY.map((table) => `DROP POLICY of_caller ON ${table};`).join('')}
      ${OF_ANYBODY.map((table) => parted(table, `${held(table, NARROWED)} OR (${ofCaller(table)})`)).join('')}
      ${OF_CLIENTS.map((table) => parted(table, held(table, NARROWED))).join('')}
      ${Object.entries(OPENED)
        .map(([table, scope]) => parted(table, `(SELECT app_referrals()) IS NOT NULL AND ${held(table, scope)}`))
        .join('')}
      ${policy('by_receiver_link', 'referral_summary')} USING ((SELECT app_role()) = 'receiver'
        AND referral_id = (SELECT received_referral()) AND CASE WHEN client_id IS NULL THEN ${shared('referral_summary')}
          ELSE ${held('referral_summary', `g.scope_kind = 'referral_package'`)} END);`);
  }
}

const OF_ANYBODY = ['referral_move', 'referral_summary', 'reach_attempt'];
const OF_CLIENTS = ['referral_serves', 'stay_leave'];

const held = (table: string, scoped: string): string =>
  `EXISTS (SELECT FROM access_grant g WHERE g.client_id = ${table}.client_id AND (${scoped}) AND ${table}.class = ANY (g.read_classes))`;
const WHOLE = 'g.scope_id IS NULL';
const NARROWED = `g.scope_kind = 'referral' AND g.scope_id = referral_id`;
/** Whoever came by a link holds it, and sees what came with the one referral for which the link stands. */
const PACKED = `g.scope_kind = 'referral_package' AND referral_id = (SELECT received_referral())`;

const IS_OPEN = `g.scope_kind = 'referral' AND g.scope_id = ANY ((SELECT app_referrals())::uuid[])`;
const served = (record: string): string => `${IS_OPEN} AND EXISTS (SELECT FROM referral_serves s
        WHERE s.record_id = ${record} AND s.referral_id = g.scope_id AND s.client_id = g.client_id AND s.class = ANY (g.read_classes))`;
/** What is no part of a referral, and shown through one that is open: by table, through which. */
const OPENED: Readonly<Record<string, string>> = {
  goal: served('goal.id'),
  goal_step: served('goal_step.goal_id'),
  need: served('need.id'),
  task: `task.source_kind = 'referral' AND g.scope_id = task.source_id AND ${IS_OPEN}`,
};

const policy = (name: string, table: string): string =>
  `CREATE POLICY ${name} ON ${table} FOR SELECT TO throughline_app`;
const merged = (table: string): string => {
  const scopes = [WHOLE, OPENED[table] ?? NARROWED, ...(table === 'referral_summary' ? [PACKED] : [])];
  return `
      DROP POLICY through_referral ON ${table};
      ALTER POLICY granted_read ON ${table} USING (${held(table, scopes.map((scope) => `(${scope})`).join(' OR '))});`;
};
const parted = (table: string, through: string): string => `
      ALTER POLICY granted_read ON ${table} USING (${held(table, WHOLE)});
      ${policy('through_referral', table)} USING (${through});`;

const shared = (table: string): string =>
  `EXISTS (SELECT FROM referral r WHERE r.id = ${table}.referral_id AND ${table}.class = ANY (r.shared_classes))`;
const ofCaller = (table: string): string => `client_id IS NULL AND ${shared(table)}`;

const ASKED = 'app_role|app_organisation|app_now|received_referral';
const rewritten = (clause: string): string => `
  DO $do$
  DECLARE
    each record;
  BEGIN
    FOR each IN
      SELECT policyname, using_clause, check_clause FROM pg_policies
        CROSS JOIN LATERAL (SELECT ${clause} AS using_clause FROM (VALUES (qual)) v(clause)) u
        CROSS JOIN LATERAL (SELECT ${clause} AS check_clause FROM (VALUES (with_check)) v(clause)) c
       WHERE schemaname = 'public' AND tablename = 'referral' AND cmd IN ('SELECT', 'UPDATE')
         AND policyname IN ('line_read', 'line_update', 'received_read', 'received_update', 'by_receiver_link', 'answer_by_link')
    LOOP
      EXECUTE format('ALTER POLICY %I ON referral USING (%s)', each.policyname, each.using_clause)
        || coalesce(' WITH CHECK (' || each.check_clause || ')', '');
    END LOOP;
  END $do$;`;
