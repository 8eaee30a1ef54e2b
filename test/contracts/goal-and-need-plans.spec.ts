import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as goals from '../../src/goals/persistence/goal.statements.js';
import { newId } from '../../src/kernel/ids.js';
import * as needs from '../../src/needs/persistence/need.statements.js';
import type { Statement } from '../../src/platform/database/transaction.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { planned, readWhole, type PlanValue } from '../support/query-plan.js';

const [ORGANISATION, MEMBERSHIP, CLIENT] = [newId(), newId(), newId()];
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** 400 clients with five goals, steps and needs each, and a referral that serves them; one worker sees them all, as a coordinator would. */
const PLANTED = `
  SELECT set_config('app.membership', '${MEMBERSHIP}', false);
  INSERT INTO organisation (id, name, kind, province, time_zone, languages, created_at, version)
    VALUES ('${ORGANISATION}', 'O', 'clinic', 'AB', 'America/Edmonton', '{en}', now(), 1);
  INSERT INTO staff (id, email, display_name, language, created_at, version)
    SELECT gen_random_uuid(), 's' || n || '@example.org', 'S', 'en', now(), 1 FROM generate_series(1, 400) n;
  INSERT INTO membership (id, staff_id, organisation_id, role, started_at, version)
    SELECT CASE row_number() OVER () WHEN 1 THEN '${MEMBERSHIP}' ELSE gen_random_uuid() END, id, '${ORGANISATION}', 'counsellor', now(), 1 FROM staff;
  INSERT INTO client (id, home_organisation_id, province, time_zone, languages, words, created_at, created_by, updated_at, version)
    SELECT CASE n WHEN 1 THEN '${CLIENT}' ELSE gen_random_uuid() END, '${ORGANISATION}', 'AB', 'America/Edmonton', '{en}', '\\x01',
      now(), '${MEMBERSHIP}', now(), 1 FROM generate_series(1, 400) n;
  INSERT INTO sealing_key (client_id, wrapped, created_at) SELECT id, '\\x01', now() FROM client;
  INSERT INTO care_team_member (id, client_id, membership_id, is_primary, started_at, created_by, version)
    SELECT gen_random_uuid(), id, '${MEMBERSHIP}', false, now() - interval '1 day', '${MEMBERSHIP}', 1 FROM client;
  INSERT INTO goal (id, client_id, class, state, rank, worked_on_by, worked_on_by_membership_id, words, created_at, created_by, updated_at, updated_by, version)
    SELECT gen_random_uuid(), id, 'coordination', 'named', n, 'member', '${MEMBERSHIP}', '\\x01', now(), '${MEMBERSHIP}', now(), '${MEMBERSHIP}', 1
      FROM client, generate_series(1, 5) n;
  INSERT INTO goal_step (id, client_id, class, goal_id, state, worked_on_by, words, created_at, created_by, updated_at, updated_by, version)
    SELECT gen_random_uuid(), client_id, 'coordination', id, 'open', 'client', '\\x01', now(), created_by, now(), created_by, 1 FROM goal;
  INSERT INTO need (id, client_id, class, domain, state, wants_help, rank, words, created_at, created_by, updated_at, updated_by, version)
    SELECT gen_random_uuid(), id, 'coordination', 'food', 'found', 'yes', n, '\\x01', now(), '${MEMBERSHIP}', now(), '${MEMBERSHIP}', 1
      FROM client, generate_series(1, 5) n;
  INSERT INTO referral (id, client_id, asked_by, sender_organisation_id, requested_by, receiver_kind, receiver_organisation_id, asks_for,
      urgency, shared_classes, state, round, state_since, words, created_at, created_by, updated_at, updated_by, version)
    SELECT gen_random_uuid(), id, 'client', '${ORGANISATION}', '${MEMBERSHIP}', 'organisation', '${ORGANISATION}', 'housing', 'soon',
      '{coordination}', 'drafted', 1, now(), '\\x01', now(), '${MEMBERSHIP}', now(), '${MEMBERSHIP}', 1 FROM client;
  INSERT INTO referral_serves (referral_id, record_id, kind, client_id, class)
    SELECT r.id, g.id, 'goal', g.client_id, g.class FROM referral r JOIN goal g USING (client_id)
    UNION ALL SELECT r.id, n.id, 'need', n.client_id, n.class FROM referral r JOIN need n USING (client_id);
  ANALYZE;`;

const BEGINNING = ['0', '-infinity', NOBODY] as const;

const ASKED: readonly [Statement, readonly PlanValue[]][] = [
  [goals.GOAL, [NOBODY]],
  [goals.GOALS_PAGE, [`{${CLIENT}}`, null, ...BEGINNING, '51']],
  [goals.GOALS_OF_CLIENTS, [`{${CLIENT}}`]],
  [goals.STEP, [NOBODY]],
  [goals.BECOMING, [CLIENT, NOBODY, NOBODY]],
  [needs.NEED, [NOBODY]],
  [needs.NEEDS_PAGE, [`{${CLIENT}}`, null, null, ...BEGINNING, '51']],
  [needs.NEEDS_OF_CLIENTS, [`{${CLIENT}}`]],
];

describe('goals and needs', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await cloneDatabase();
    await db.as('owner', (client) => client.query(PLANTED));
  }, 60_000);
  afterAll(() => db.drop());

  const acting = `BEGIN; SELECT set_config('app.membership', '${MEMBERSHIP}', true),
    set_config('app.organisation', '${ORGANISATION}', true), set_config('app.role', 'counsellor', true),
    set_config('app.grantees', '{${MEMBERSHIP}}', true)`;

  it.each(ASKED.map(([statement, values]) => [statement.name, statement, values] as const))(
    'are read without reading a table from end to end: %s',
    async (_, statement, values) => {
      const nodes = await db.as('app', async (client) => {
        await client.query(acting);
        return planned(client, statement, values);
      });
      expect(readWhole(nodes)).toEqual([]);
    },
  );

  it.each([
    ['goals', goals.GOALS_AS_OF.text],
    ['needs', needs.NEEDS_AS_OF.text],
  ])('as they were are read by the history of one client only: %s', async (_, text) => {
    const { found, reads } = await db.as('app', async (client) => {
      await client.query(acting);
      const { rows } = await client.query(text, [[CLIENT], '2099-01-01T00:00:00Z']);
      const seen = await client.query<{ relname: string; n: string }>(
        `SELECT relname, seq_tup_read::text AS n FROM pg_stat_xact_user_tables
          WHERE relname IN ('goal', 'goal_step', 'need', 'change', 'earlier_version', 'access_grant') AND seq_tup_read > 0`,
      );
      return { found: rows.length, reads: seen.rows };
    });
    expect(found).toBe(5);
    expect(reads).toEqual([]);
  });
});
