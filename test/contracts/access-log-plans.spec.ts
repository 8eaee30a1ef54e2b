import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AUDIT_OF_ORGANISATION, LOG_OF_CLIENT } from '../../src/access-log/persistence/access-log.store.js';
import { DISCLOSURES } from '../../src/disclosures/persistence/disclosure.store.js';
import { newId } from '../../src/kernel/ids.js';
import type { Statement } from '../../src/platform/database/transaction.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { blocksRead, planned, readWhole, type PlanValue } from '../support/query-plan.js';

const [OURS, THEIRS, OFFICER, CLIENT, PERSON] = [newId(), newId(), newId(), newId(), newId()];
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** 200 records of the house and 200 of another, 60,000 acts over a year, a tenth of them by the other's staff. */
const PLANTED = `
  ALTER TABLE client DISABLE TRIGGER USER;
  INSERT INTO organisation (id, name, kind, province, time_zone, languages, created_at, version)
    SELECT id, 'O', 'clinic', 'AB', 'America/Edmonton', '{en}', now(), 1 FROM unnest('{${OURS},${THEIRS}}'::uuid[]) id;
  INSERT INTO organisation (id, name, kind, province, time_zone, languages, created_at, version)
    SELECT gen_random_uuid(), 'O', 'clinic', 'AB', 'America/Edmonton', '{en}', now(), 1 FROM generate_series(1, 2000);
  INSERT INTO staff (id, email, display_name, language, created_at, version)
    SELECT CASE n WHEN 1 THEN '${PERSON}' ELSE gen_random_uuid() END, n || '@example.org', 'S', 'en', now(), 1 FROM generate_series(1, 2000) n;
  INSERT INTO client (id, home_organisation_id, province, time_zone, languages, words, created_at, created_by, updated_at, version)
    SELECT CASE n WHEN 2 THEN '${CLIENT}' ELSE gen_random_uuid() END, CASE WHEN n % 2 = 0 THEN '${OURS}' ELSE '${THEIRS}' END::uuid,
      'AB', 'America/Edmonton', '{}', '\\x01', now(), '${OFFICER}', now(), 1 FROM generate_series(1, 400) n;
  INSERT INTO audit_entry (id, at, request_id, person_id, membership_id, organisation_id, role, client_id, event, outcome, classes, facts)
    SELECT gen_random_uuid(), now() - n * interval '8 minutes', gen_random_uuid(), CASE WHEN n % 20 = 0 THEN '${PERSON}' ELSE gen_random_uuid() END,
      gen_random_uuid(), CASE WHEN n % 10 > 0 THEN '${OURS}' ELSE '${THEIRS}' END::uuid, 'physician', c.id, 'client.read', 'done', '{}', '{}'
      FROM generate_series(1, 60000) n JOIN (SELECT id, row_number() OVER () AS k FROM client) c ON c.k = n % 400 + 1;
  INSERT INTO disclosure (id, client_id, kind, recipient_kind, classes, ground, ground_id, purpose, disclosed_at, request_id, keep_until, version)
    SELECT gen_random_uuid(), id, 'printed_page', 'client', '{}', 'care_team', id, 'treatment', now(), id, now() + interval '11 years', 1
      FROM client, generate_series(1, 40);
  ANALYZE;`;

describe('the lists of the access log', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await cloneDatabase();
    await db.as('owner', (client) => client.query(PLANTED));
  }, 120_000);
  afterAll(() => db.drop());

  const planOf = (statement: Statement, values: readonly PlanValue[]) =>
    db.as('app', async (client) => {
      await client.query(
        `BEGIN; SELECT set_config('app.person', '${OFFICER}', true), set_config('app.membership', '${OFFICER}', true),
          set_config('app.organisation', '${OURS}', true), set_config('app.role', 'privacy_officer', true)`,
      );
      return planned(client, statement, values, { analysed: true });
    });

  const all = ['-infinity', 'infinity', LAST, null, null, null, 51] as const;
  const then = [
    '-infinity',
    new Date(Date.now() - 86_400_000 * 200).toISOString(),
    LAST,
    null,
    null,
    null,
    51,
  ] as const;
  const asked: readonly (readonly [string, Statement, readonly (string | number | null)[], number])[] = [
    ['a client’s first page', LOG_OF_CLIENT, [CLIENT, ...all], 900],
    ['a client’s later page', LOG_OF_CLIENT, [CLIENT, ...then], 900],
    ['of a client, by one person', LOG_OF_CLIENT, [CLIENT, '-infinity', 'infinity', LAST, PERSON, null, null, 51], 900],
    ['an organisation’s first page', AUDIT_OF_ORGANISATION, [OURS, ...all], 2_500],
    ['an organisation’s later page', AUDIT_OF_ORGANISATION, [OURS, ...then], 2_500],
    ['the register', DISCLOSURES, [CLIENT, 'infinity', LAST, 51], 400],
  ];

  it.each(asked)('read no table from end to end, and little: %s', async (_, statement, values, most) => {
    const nodes = await planOf(statement, values);
    expect(readWhole(nodes)).toEqual([]);
    expect(blocksRead(nodes)).toBeLessThan(most);
  });

  it('would be caught without the index that a client’s log stands on', async () => {
    await db.as('owner', (client) => client.query('DROP INDEX audit_of_client'));
    const nodes = await planOf(LOG_OF_CLIENT, [CLIENT, ...all]);
    expect(readWhole(nodes).length > 0 || blocksRead(nodes) > 900).toBe(true);
  });
});
