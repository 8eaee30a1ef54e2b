import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import type { Statement } from '../../src/platform/database/transaction.js';
import {
  CALLER_LINK,
  CALLER_LINKS_OF,
  TAKEN_FOR,
  TAKEN_NOTES,
  TAKEN_REFERRALS,
} from '../../src/referrals/persistence/caller-link.store.js';
import { REMEMBERED } from '../../src/response-line/persistence/caller-note.store.js';
import { FIND_CALLERS } from '../../src/response-line/persistence/caller-search.store.js';
import { CALLER_PAGE, CALLERS } from '../../src/response-line/persistence/caller.store.js';
import { contextOf, type PlantedWorker } from '../support/context.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { planned, readWhole, type PlanValue } from '../support/query-plan.js';

const FIRST = '00000000-0000-0000-0000-000000000000';
const HMAC = Buffer.alloc(16, 1);

/** Ten lines with a thousand callers each, of whom each asked for three things and was asked for in two places. */
const PLANT = `
  INSERT INTO caller (id, organisation_id, language, may_be_called_back, words, created_at, created_by, updated_at, updated_by, version)
    SELECT gen_random_uuid(), o.id, 'en', false, '\\x01', now(), o.id, now() - n * interval '1 minute', o.id, 1
      FROM organisation o, generate_series(1, 1000) n;
  INSERT INTO caller_key (caller_id, wrapped, created_at) SELECT id, '\\x01', now() FROM caller;
  INSERT INTO caller_token (caller_id, hmac) SELECT c.id, decode(md5(n || ' ' || (random() * 300)::int), 'hex') FROM caller c, generate_series(1, 8) n;
  INSERT INTO caller_note (id, caller_id, words, state, created_at, created_by, updated_at, updated_by, version)
    SELECT gen_random_uuid(), id, '\\x01', 'remembered', now(), id, now(), id, 1 FROM caller, generate_series(1, 3);
  INSERT INTO referral (id, caller_id, asked_by, sender_organisation_id, requested_by, receiver_kind, receiver_organisation_id, asks_for,
      urgency, shared_classes, agreed_how, agreed_at, state, round, state_since, sent_at, words, created_at, created_by, updated_at, version)
    SELECT gen_random_uuid(), c.id, 'client', c.organisation_id, m.id, 'organisation', {clinic}, 'oat', 'soon', '{coordination}', 'phone',
      now(), 'accepted', 1, now(), now(), '\\x01', now(), m.id, now(), 1
      FROM caller c JOIN membership m ON m.organisation_id = c.organisation_id AND m.role = 'line_operator', generate_series(1, 2);
  ALTER TABLE client DISABLE TRIGGER USER; ALTER TABLE care_team_member DISABLE TRIGGER USER;
  INSERT INTO client (id, home_organisation_id, province, time_zone, languages, words, created_at, created_by, updated_at, version)
    SELECT gen_random_uuid(), {clinic}, 'AB', 'America/Edmonton', '{}', '\\x01', now(), {clinic}, now(), 1 FROM generate_series(1, 5000);
  INSERT INTO care_team_member (id, client_id, membership_id, is_primary, started_at, created_by, version)
    SELECT gen_random_uuid(), id, {counsellor}, false, now() - interval '1 hour', {counsellor}, 1 FROM client;
  INSERT INTO access_grant SELECT * FROM expected_grants;
  INSERT INTO sealing_key (client_id, wrapped, created_at) SELECT id, '\\x01', now() FROM client;
  INSERT INTO referral_reception (referral_id, id, client_id, created_at, created_by, version)
    SELECT r.id, gen_random_uuid(), c.id, now(), {counsellor}, 1
      FROM (SELECT id, row_number() OVER () AS n FROM client) c
      JOIN (SELECT min(id::text)::uuid AS id, row_number() OVER () AS n FROM referral GROUP BY caller_id) r USING (n);
  INSERT INTO caller_link (id, client_id, caller_id, referral_id, parts, how_given, explained_by, words, state, linked_at, linked_by, version)
    SELECT gen_random_uuid(), t.client_id, r.caller_id, r.id, '{remembered,referrals}', 'phone', {counsellor}, '\\x01', 'linked', now(), {counsellor}, 1
      FROM referral_reception t JOIN referral r ON r.id = t.referral_id;
  ALTER TABLE client ENABLE TRIGGER USER; ALTER TABLE care_team_member ENABLE TRIGGER USER;
  ANALYZE;`;

describe('with ten thousand callers and five thousand links', () => {
  let db: TestDatabase;
  let context: ReturnType<typeof contextOf>;
  let operator: PlantedWorker;
  let counsellor: PlantedWorker;
  beforeAll(async () => {
    db = await cloneDatabase();
    context = contextOf(db);
    for (let line = 0; line < 9; line++) await context.worker('line_operator', await context.organisation());
    operator = await context.worker('line_operator', await context.organisation());
    const clinic = await context.organisation();
    counsellor = await context.worker('counsellor', clinic);
    await db.as('owner', (client) =>
      client.query(
        PLANT.replaceAll('{clinic}', `'${clinic}'`).replaceAll('{counsellor}', `'${counsellor.membershipId}'`),
      ),
    );
  }, 120_000);
  afterAll(() => db.drop());

  const scanned = (who: PlantedWorker, statement: Statement, values: readonly PlanValue[]) =>
    context.as(who, async (client) => readWhole(await planned(client, statement, values)));

  it.each<[string, Statement, readonly PlanValue[]]>([
    ['one of them', CALLERS, [[FIRST]]],
    ['a page', CALLER_PAGE, ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 51]],
    ['a later page', CALLER_PAGE, ['2026-01-01T00:00:00Z', newId(), 51]],
    ['what is remembered', REMEMBERED, [[FIRST]]],
    ['a search', FIND_CALLERS, [[HMAC], [0], [10], ['word'], 10]],
  ])('an operator reads no table from end to end: %s', async (_, statement, values) => {
    expect(await scanned(operator, statement, values)).toEqual([]);
  });

  it.each<[string, Statement, readonly PlanValue[]]>([
    ['a link', CALLER_LINK, [FIRST]],
    ['the links of a client', CALLER_LINKS_OF, [FIRST]],
    ['for whom a caller was taken', TAKEN_FOR, [FIRST, FIRST]],
    ['what was to be remembered', TAKEN_NOTES, [FIRST]],
  ])('and whoever holds the record neither: %s', async (_, statement, values) => {
    expect(await scanned(counsellor, statement, values)).toEqual([]);
  });

  it('and where else the line asked is found by its function the same way', async () => {
    const [body] = await db.as('owner', async (client) => {
      const { rows } = await client.query<{ text: string }>(
        `SELECT prosrc AS text FROM pg_proc WHERE proname = 'linked_referrals'`,
      );
      return rows;
    });
    const nodes = await db.as('owner', async (client) => {
      await client.query('BEGIN');
      return planned(client, { text: (body?.text ?? '').replaceAll('wanted', '$1::uuid') }, [FIRST]);
    });
    expect(readWhole(nodes)).toEqual([]);
    expect(TAKEN_REFERRALS.text).toContain('linked_referrals($1)');
  });
});
