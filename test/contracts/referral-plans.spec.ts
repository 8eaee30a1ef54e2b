import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SAID_NAMES } from '../../src/clients/persistence/client.store.js';
import { newId } from '../../src/kernel/ids.js';
import type { Statement } from '../../src/platform/database/transaction.js';
import type { BoxFilter } from '../../src/referrals/domain/referral-box.js';
import { boxStatement, countStatement, overStatement } from '../../src/referrals/persistence/referral-box.store.js';
import {
  CHAIN,
  REFERRALS_OF_CALLER,
  REFERRALS_OF_CLIENTS,
} from '../../src/referrals/persistence/referral-list.store.js';
import * as sql from '../../src/referrals/persistence/referral.statements.js';
import { contextOf, type PlantedWorker } from '../support/context.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { blocksRead, hashed, planned, readWhole, type PlanValue } from '../support/query-plan.js';

const FIRST = '00000000-0000-0000-0000-000000000000';
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
/** A look for a grant touches three, of each of ten thousand rows. */
const FEW_BLOCKS = 3_000;

const FEW = [
  ...['organisation', 'membership', 'staff', 'service', 'goal', 'need', 'attempt', 'stay'],
  ...['caller', 'caller_key', 'caller_link', 'referral_serves', 'referral_summary'],
];

/** Ten thousand open referrals between two houses, each of another client and with a grant of its own. */
const PLANT = `
  ALTER TABLE client DISABLE TRIGGER USER; ALTER TABLE referral DISABLE TRIGGER USER;
  INSERT INTO client (id, home_organisation_id, province, time_zone, languages, words, created_at, created_by, updated_at, version)
    SELECT gen_random_uuid(), {home}, 'AB', 'America/Edmonton', '{}', '\\x01', now(), {sender}, now(), 1 FROM generate_series(1, 10000);
  INSERT INTO referral (id, client_id, asked_by, sender_organisation_id, requested_by, receiver_kind, receiver_organisation_id, asks_for,
      urgency, shared_classes, agreed_how, agreed_at, state, round, state_since, next_step_by, sent_at, words, created_at, created_by,
      updated_at, updated_by, version)
    SELECT gen_random_uuid(), id, 'worker', {home}, {sender}, 'organisation', {programme}, 'housing', 'soon',
      '{identity_name,coordination}', 'phone', now(), CASE n % 3 WHEN 0 THEN 'sent' WHEN 1 THEN 'info_requested' ELSE 'accepted' END, 1,
      now(), now() + (n - 5000) * interval '1 minute', now(), '\\x01', now() - n * interval '1 minute', {sender}, now(), {sender}, 1
      FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM client) c;
  INSERT INTO sealing_key (client_id, wrapped, created_at) SELECT id, '\\x01', now() FROM client;
  INSERT INTO client_name (id, client_id, setting, words, created_at, created_by, version)
    SELECT gen_random_uuid(), id, 'goes_by', '\\x01', now(), {sender}, 1 FROM client;
  INSERT INTO referral_move (id, referral_id, client_id, round, move, to_state, party, at, version)
    SELECT gen_random_uuid(), id, client_id, 1, 'send', 'sent', 'sender', now(), n FROM referral, generate_series(1, 4) n;
  INSERT INTO access_grant (grantee_id, client_id, read_classes, write_classes, scope_kind, scope_id, basis, basis_id, valid_from)
    SELECT {intake}, client_id, '{identity_name,coordination}', '{coordination}', 'referral', id, 'referral', id, now() - interval '1 day'
      FROM referral;
  ALTER TABLE client ENABLE TRIGGER USER; ALTER TABLE referral ENABLE TRIGGER USER;`;

const HOLDS_TWENTY = `INSERT INTO access_grant (grantee_id, client_id, read_classes, write_classes, basis, basis_id, valid_from)
  SELECT $1, client_id, '{identity_name,coordination}', '{coordination}', 'care_team', id, now() - interval '1 day'
    FROM referral ORDER BY md5(id::text) LIMIT 20`;

const BOXES: readonly [string, BoxFilter][] = [
  ['received', { box: 'received' }],
  ['sent', { box: 'sent' }],
  ['what we owe', { box: 'received', owes: 'receiver' }],
  ['one state', { box: 'received', state: 'accepted' }],
  ['what is late', { box: 'received', overdue: true }],
  ['how urgent, of one service', { box: 'received', urgency: 'tonight', serviceId: FIRST }],
];
const valuesOf = ({ state, urgency, serviceId }: BoxFilter): readonly PlanValue[] =>
  [state, urgency, serviceId].filter((value) => value !== undefined);

describe('with ten thousand open referrals, a box', () => {
  let db: TestDatabase;
  let context: ReturnType<typeof contextOf>;
  let intake: PlantedWorker;
  let counsellor: PlantedWorker;
  beforeAll(async () => {
    db = await cloneDatabase();
    context = contextOf(db);
    const [home, programme] = [await context.organisation(), await context.organisation()];
    const sender = await context.worker('counsellor', home);
    intake = await context.worker('intake_worker', programme);
    counsellor = await context.worker('counsellor', home);
    const ids = { home, programme, sender: sender.membershipId, intake: intake.membershipId };
    const plant = Object.entries(ids).reduce((text, [name, id]) => text.replaceAll(`{${name}}`, `'${id}'`), PLANT);
    await db.as('owner', async (client) => {
      await client.query(plant);
      await client.query(HOLDS_TWENTY, [counsellor.membershipId]);
      await client.query('VACUUM ANALYZE referral');
      await client.query('ANALYZE');
    });
  }, 180_000);
  afterAll(() => db.drop());

  const nodes = (statement: Statement, values: readonly PlanValue[]) =>
    context.as(intake, (client) => planned(client, statement, values));
  /** What is empty here, and the directory of so few, is read as it lies. */
  const scanned = async (statement: Statement, values: readonly PlanValue[]): Promise<readonly string[]> =>
    readWhole(await nodes(statement, values)).filter((table) => !FEW.includes(table));

  it.each(BOXES)('is read page by page along its index: %s', async (_, filter) => {
    for (const after of [
      ['0', '-infinity', FIRST],
      ['1', '2026-11-23T16:00:00Z', newId()],
    ]) {
      const values = [...after, 51, ...valuesOf(filter)];
      expect(await scanned(boxStatement(filter), values)).toEqual([]);
      expect(hashed(await nodes(boxStatement(filter), values))).toEqual([]);
    }
  });

  it('is read the same way of what is over', async () => {
    for (const box of ['sent', 'received'] as const) {
      expect(await scanned(overStatement({ box }), ['0', 'infinity', LAST, 51])).toEqual([]);
    }
  });

  it('is counted from its index alone', async () => {
    for (const box of ['sent', 'received'] as const) {
      const plan = await nodes(countStatement(box), []);
      const indexes = plan.flatMap((node) => (node['Node Type'] === 'Index Only Scan' ? [node['Index Name']] : []));
      expect(indexes).toContain(`referral_${box}_counted`);
      expect(hashed(plan)).toEqual([]);
    }
  });

  it('costs a counsellor with twenty clients no look at the grants of the whole house', async () => {
    const page = ['0', '-infinity', FIRST, 51];
    for (const [statement, values] of [
      [boxStatement({ box: 'sent' }), page],
      [countStatement('sent'), []],
    ] as const) {
      const plan = await context.as(counsellor, (client) => planned(client, statement, values, { analysed: true }));
      expect(blocksRead(plan)).toBeLessThan(FEW_BLOCKS);
    }
    const rows = await context.as(
      counsellor,
      async (client) => (await client.query(boxStatement({ box: 'sent' }).text, page)).rows,
    );
    expect(rows).toHaveLength(20);
  });

  it('brings fifty, stuck first', async () => {
    const rows = await context.as(intake, async (client) => {
      const { text } = boxStatement({ box: 'received' });
      return (await client.query<{ rank: number }>(text, ['0', '-infinity', FIRST, 50])).rows;
    });
    expect(rows).toHaveLength(50);
    expect(new Set(rows.map(({ rank }) => rank))).toEqual(new Set([0]));
  });

  it.each<[string, Statement, readonly PlanValue[]]>([
    ['one', sql.REFERRAL, [FIRST]],
    ['what it follows', sql.BEFORE, [FIRST]],
    ['its names', SAID_NAMES, [[FIRST]]],
    ['its summaries', sql.SUMMARIES, [FIRST]],
    ['what it serves', sql.SERVES, [FIRST]],
    ['its history', sql.HISTORY, [FIRST, '-infinity', FIRST, 51]],
    ['its chain', CHAIN, [FIRST, '-infinity', FIRST, 51]],
    ['those of a client', REFERRALS_OF_CLIENTS, [[FIRST], 'infinity', LAST, 51]],
    ['those of a caller', REFERRALS_OF_CALLER, [FIRST, 'infinity', LAST, 51]],
  ])('opens %s without reading a whole table', async (_, statement, values) => {
    expect(await scanned(statement, values)).toEqual([]);
  });
});
