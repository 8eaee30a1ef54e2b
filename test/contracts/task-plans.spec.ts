import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Statement } from '../../src/platform/database/transaction.js';
import { newId } from '../../src/kernel/ids.js';
import type { TaskFilter } from '../../src/tasks/domain/task-filter.js';
import { TASKS_OF, TASKS_THAT_ARE } from '../../src/tasks/domain/task-filter.js';
import { TaskListStore } from '../../src/tasks/persistence/task-list.store.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { planned, readWhole, type PlanValue } from '../support/query-plan.js';

const ORGANISATION = newId();
const MEMBERSHIP = newId();
const CLIENT = newId();
const TASKS = 20_000;

/** 40 workers, 400 clients, tasks over years, most of them done; one worker sees all clients, as a coordinator would. */
const PLANTED = `
  INSERT INTO organisation (id, name, kind, province, time_zone, languages, created_at, closed_at, version) VALUES ('${ORGANISATION}', 'O', 'clinic', 'AB', 'America/Edmonton', '{en}', now(), NULL, 1);
  INSERT INTO staff (id, email, display_name, language, created_at, version)
    SELECT gen_random_uuid(), 's' || n || '@example.org', 'S', 'en', now(), 1 FROM generate_series(1, 40) n;
  INSERT INTO membership (id, staff_id, organisation_id, role, started_at, version) SELECT CASE row_number() OVER () WHEN 1 THEN '${MEMBERSHIP}' ELSE gen_random_uuid() END, id,
    '${ORGANISATION}', 'peer_navigator', now(), 1 FROM staff;
  INSERT INTO client (id, home_organisation_id, province, time_zone, languages, words, created_at, created_by, updated_at, version)
    SELECT CASE n WHEN 1 THEN '${CLIENT}' ELSE gen_random_uuid() END, '${ORGANISATION}', 'AB', 'America/Edmonton', '{en}', '\\x01',
      now(), '${MEMBERSHIP}', now(), 1 FROM generate_series(1, 400) n;
  INSERT INTO care_team_member (id, client_id, membership_id, is_primary, started_at, created_by, version)
    SELECT gen_random_uuid(), id, '${MEMBERSHIP}', false, now() - interval '1 day', '${MEMBERSHIP}', 1 FROM client;
  INSERT INTO task (id, client_id, class, kind, words, owner_organisation_id, owner_membership_id, owner_role, zone, due_at, overdue_at,
      state, created_at, created_by, updated_at, updated_by, version)
    SELECT gen_random_uuid(), c.id, 'coordination', 'visit', '\\x01', '${ORGANISATION}', CASE WHEN t % 10 > 0 THEN m.id END,
      CASE WHEN t % 10 = 0 THEN 'peer_navigator' END, 'America/Edmonton', now() + t * interval '1 minute',
      now() + t * interval '1 minute', CASE WHEN t % 20 < 2 THEN 'open' ELSE 'done' END, now(), m.id, now(), m.id, 1
      FROM generate_series(1, ${TASKS}) t JOIN (SELECT id, row_number() OVER () AS n FROM client) c ON c.n = t % 400 + 1
      JOIN (SELECT id, row_number() OVER () AS n FROM membership) m ON m.n = t % 40 + 1;
  ANALYZE;`;

/** The statement that the store sends for this question, and its values. */
async function sent(filter: TaskFilter): Promise<[Statement, readonly unknown[]]> {
  const seen: [Statement, readonly unknown[]][] = [];
  const tx = {
    actor: { membershipId: MEMBERSHIP, organisationId: ORGANISATION, role: 'peer_navigator' },
    query: async (statement: Statement, values: readonly unknown[]) => {
      seen.push([statement, values]);
      return [];
    },
  };
  await new TaskListStore().list(tx as never, filter, { limit: 50 });
  return seen[0]!;
}

describe('the lists of tasks', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await cloneDatabase();
    await db.as('owner', (client) => client.query(PLANTED));
  }, 60_000);
  afterAll(() => db.drop());

  const shapes: readonly TaskFilter[] = [
    ...TASKS_OF.filter((whose) => whose !== 'anyone').flatMap((whose) =>
      TASKS_THAT_ARE.filter((are) => are !== 'any').map((are) => ({ whose, are })),
    ),
    ...TASKS_OF.flatMap((whose) => (['open', 'any'] as const).map((are) => ({ whose, are, clientId: CLIENT }))),
  ];

  it.each(
    shapes.map(
      (filter) =>
        [`${filter.whose} ${filter.are} ${filter.clientId === undefined ? '' : 'of one client'}`, filter] as const,
    ),
  )('read no table from end to end: %s', async (_, filter) => {
    const [statement, values] = await sent(filter);
    const nodes = await db.as('app', async (client) => {
      await client.query(`BEGIN; SELECT set_config('app.membership', '${MEMBERSHIP}', true),
          set_config('app.organisation', '${ORGANISATION}', true), set_config('app.role', 'peer_navigator', true),
          set_config('app.grantees', '{${MEMBERSHIP}}', true)`);
      return planned(client, statement, values as readonly PlanValue[]);
    });
    expect(readWhole(nodes)).toEqual([]);
    if (filter.are === 'open' && filter.clientId === undefined)
      expect(nodes.some((node) => node['Node Type'] === 'Sort')).toBe(false);
  });
});
