import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TIMELINE } from '../../src/care-plan/persistence/change.store.js';
import { RECORDS_OF } from '../../src/access/records.js';
import { ALIKE_PAIRS, LOOKED_AT } from '../../src/record-links/persistence/alike-pair.store.js';
import { HOLDS, LINKS_OF } from '../../src/record-links/persistence/record-link.store.js';
import type { Statement } from '../../src/platform/database/transaction.js';
import { contextOf, ENTER, type PlantedWorker } from '../support/context.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { hashed, planned, readWhole, type PlanValue } from '../support/query-plan.js';

const CLIENTS = 10_000;
const FIRST = '00000000-0000-0000-0000-000000000000';
/** Of one page for somebody who sees all ten thousand: 1,000 clients are looked at. Generous, for a busy machine. */
const MOST_MS = 1_500;

/** Twenty tokens a client: 3 seldom ones, 3 names that many share, the rest beginnings. One in fifty shares a birth date. */
const PLANT = `
  ALTER TABLE client DISABLE TRIGGER USER; ALTER TABLE care_team_member DISABLE TRIGGER USER;
  INSERT INTO client (id, home_organisation_id, province, time_zone, languages, words, created_at, created_by, updated_at, version)
    SELECT gen_random_uuid(), {home}, 'AB', 'America/Edmonton', '{}', '\\x01', now(), {home}, now(), 1 FROM generate_series(1, ${CLIENTS});
  INSERT INTO search_token (client_id, class, source_id, hmac, says)
    SELECT c.id, CASE WHEN k = 2 THEN 'identity_contact' ELSE 'identity_name' END, c.id, decode(md5(CASE
        WHEN k = 0 THEN 'birth ' || n / (CASE WHEN n % 50 < 2 THEN 2 ELSE 1 END) || (n % 50 < 2)
        WHEN k = 1 THEN 'whole ' || n WHEN k = 2 THEN 'phone ' || n
        WHEN k < 6 THEN 'name ' || (n * k) % 300 ELSE 'start ' || (n * k) % 700 || k END), 'hex'),
      CASE WHEN k = 0 THEN 'birth_date' WHEN k = 1 THEN 'names_alike' WHEN k = 2 THEN 'phone' WHEN k < 6 THEN 'name' END
    FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM client) c, generate_series(0, 19) k ON CONFLICT DO NOTHING;
  INSERT INTO care_team_member (id, client_id, membership_id, is_primary, started_at, created_by, version)
    SELECT gen_random_uuid(), id, {peer}, false, now(), {peer}, 1 FROM (SELECT id FROM client ORDER BY id LIMIT 60) few;
  INSERT INTO access_grant SELECT * FROM expected_grants;
  INSERT INTO record_link (id, one_client_id, other_client_id, state, joined_because, agreed_how, agreed_at, joined_at, joined_by, words, version)
    SELECT gen_random_uuid(), id, next, 'joined', 'other', 'phone', now(), now(), id, '\\x01', 1
      FROM (SELECT id, lead(id) OVER (ORDER BY id) AS next, row_number() OVER (ORDER BY id) AS n FROM client) c WHERE n % 7 = 0 AND next IS NOT NULL;
  INSERT INTO record_pair_set_aside (one_client_id, other_client_id, because, set_aside_at, set_aside_by)
    SELECT id, next, 'relatives', now(), id
      FROM (SELECT id, lead(id) OVER (ORDER BY id) AS next, row_number() OVER (ORDER BY id) AS n FROM client) c WHERE n % 5 = 0 AND next IS NOT NULL;
  INSERT INTO change (id, client_id, class, kind, record_id, version, at, occurred_at)
    SELECT gen_random_uuid(), id, 'coordination', 'need', gen_random_uuid(), 1, now(), now() FROM client, generate_series(1, 4);
  ALTER TABLE consent DISABLE TRIGGER USER; ALTER TABLE break_glass DISABLE TRIGGER USER;
  INSERT INTO consent (id, client_id, decision, recipient_kind, recipient_organisation_id, classes, valid_from, how_given, explained_by, language,
      copy_given, words, state, created_at, created_by, updated_at, updated_by, version)
    SELECT gen_random_uuid(), id, 'permit', 'organisation', {home}, '{coordination}', now(), 'phone', {peer}, 'en', true, '\\x01', 'active',
      now(), {peer}, now(), {peer}, 1 FROM client, generate_series(1, 2);
  INSERT INTO consent_history (consent_id, version, client_id, class, state, at) SELECT id, 1, client_id, class, state, now() FROM consent;
  INSERT INTO break_glass (id, client_id, membership_id, person_id, organisation_id, role, because, state, opened_at, ends_at, review_due_at, version)
    SELECT gen_random_uuid(), c.id, m.id, m.staff_id, m.organisation_id, 'physician', 'other', 'open', at, at + interval '60 minutes',
      at + interval '72 hours', 1 FROM client c, membership m, (SELECT now() - interval '3 days' AS at) moment WHERE m.id = {peer};
  ALTER TABLE consent ENABLE TRIGGER USER; ALTER TABLE break_glass ENABLE TRIGGER USER;
  ALTER TABLE client ENABLE TRIGGER USER; ALTER TABLE care_team_member ENABLE TRIGGER USER;`;

const SHUT = [
  'client',
  'search_token',
  'access_grant',
  'record_link',
  'record_pair_set_aside',
  'change',
  ...['consent', 'consent_history', 'break_glass'],
];

describe('with ten thousand clients, what joins records', () => {
  let db: TestDatabase;
  const actors = new Map<string, PlantedWorker>();
  beforeAll(async () => {
    db = await cloneDatabase();
    await db.as('owner', async (client) => {
      const context = contextOf(db, client);
      const home = await context.organisation();
      const peer = await context.worker('peer_navigator', home);
      actors.set('a peer with sixty', peer);
      actors.set('a coordinator of all', await context.worker('coordinator', home));
      await client.query(PLANT.replaceAll('{home}', `'${home}'`).replaceAll('{peer}', `'${peer.membershipId}'`));
      await client.query('ANALYZE');
    });
  }, 180_000);
  afterAll(() => db.drop());

  const explained = (who: string, statement: Statement, values: (mine: string) => readonly PlanValue[]) =>
    db.as('app', async (client) => {
      const actor = actors.get(who);
      await client.query('BEGIN');
      await client.query(ENTER, [actor?.personId, actor?.membershipId, actor?.organisationId, actor?.role]);
      const { rows: mine } = await client.query<{ id: string }>(
        'SELECT client_id AS id FROM access_grant ORDER BY 1 LIMIT 1',
      );
      const asked = values(mine[0]?.id ?? FIRST);
      await client.query(statement.text, [...asked]);
      const started = performance.now();
      const { rows: found } = await client.query<Record<string, unknown>>(statement.text, [...asked]);
      const took = performance.now() - started;
      const nodes = await planned(client, statement, asked);
      await client.query('ROLLBACK');
      return { found, took, nodes };
    });

  const STATEMENTS: readonly (readonly [Statement, (mine: string) => readonly PlanValue[]])[] = [
    [RECORDS_OF, (mine) => [mine]],
    [LINKS_OF, (mine) => [mine]],
    [HOLDS, (mine) => [[mine]]],
    [TIMELINE, (mine) => [[mine], null, null, null, null, null, 51]],
    [ALIKE_PAIRS, () => [FIRST, FIRST, LOOKED_AT, 51]],
  ];
  const asked = ['a peer with sixty', 'a coordinator of all'].flatMap((who) =>
    STATEMENTS.map(([statement, values]) => [statement.name, who, statement, values] as const),
  );

  it.each(asked)('%s for %s reads by index', async (_, who, statement, values) => {
    const { nodes, took } = await explained(who, statement, values);
    expect(readWhole(nodes).filter((table) => SHUT.includes(table))).toEqual([]);
    expect(hashed(nodes)).toEqual([]);
    expect(took).toBeLessThan(MOST_MS);
    if (process.env['SAY']) process.stderr.write(`${statement.name} for ${who}: ${took.toFixed(1)} ms\n`);
  });

  it('finds the pairs that share two things, and no other', async () => {
    const { found } = await explained('a coordinator of all', ALIKE_PAIRS, () => [FIRST, FIRST, CLIENTS, 201]);
    const [{ pairs = [], seen = 0 } = {}] = found as unknown as {
      pairs?: readonly { shared: readonly string[] }[];
      seen?: number;
    }[];
    expect(seen).toBe(CLIENTS);
    for (const { shared } of pairs) expect(shared.length).toBeGreaterThan(1);
  });
});
