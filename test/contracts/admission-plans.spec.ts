import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ATTEMPT,
  ATTEMPTS,
  LIVE_ATTEMPT,
  NEXT_NUMBER,
  REACH_ATTEMPTS,
} from '../../src/admissions/persistence/attempt.statements.js';
import { BEDS } from '../../src/admissions/persistence/bed.store.js';
import { STAYS_OF } from '../../src/admissions/persistence/stay.store.js';
import { BEFORE_IN_LINE, OFFERS, WAITING_LIST } from '../../src/admissions/persistence/waiting-list.store.js';
import { newId, type Id } from '../../src/kernel/ids.js';
import type { Statement } from '../../src/platform/database/transaction.js';
import { contextOf, ENTER, type PlantedWorker } from '../support/context.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { hashed, planned, readWhole, type PlanValue } from '../support/query-plan.js';

const CLIENTS = 10_000;
const FIRST = '00000000-0000-0000-0000-000000000000';
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
/** Generous, for a busy machine. */
const MOST_MS = 500;

/**
 * Ten thousand clients referred to one house with twenty services: one in four waits, each was offered three dates, and one
 * in five stays. All of it is seen through the referrals alone.
 */
const PLANT = `
  ALTER TABLE client DISABLE TRIGGER USER; ALTER TABLE consent DISABLE TRIGGER USER; ALTER TABLE referral DISABLE TRIGGER USER;
  ALTER TABLE attempt DISABLE TRIGGER USER; ALTER TABLE stay DISABLE TRIGGER USER; ALTER TABLE reach_attempt DISABLE TRIGGER USER;
  ALTER TABLE stay_leave DISABLE TRIGGER USER;
  INSERT INTO client (id, home_organisation_id, province, time_zone, languages, words, created_at, created_by, updated_at, version)
    SELECT gen_random_uuid(), {home}, 'AB', 'America/Edmonton', '{}', '\\x01', {at}, {home}, {at}, 1 FROM generate_series(1, ${CLIENTS});
  INSERT INTO sealing_key (client_id, wrapped, created_at) SELECT id, '\\x01', {at} FROM client;
  INSERT INTO service (id, organisation_id, name, kind, languages, referred_by, intake_rhythm, effect_on_income, effect_on_housing,
      oat_inside, oat_after, readmission, capacity_holds_hours, created_at, updated_at, version)
    SELECT CASE n WHEN 0 THEN {service}::uuid ELSE gen_random_uuid() END, {house}, 'S ' || n, 'residential_programme', '{en}', '{client}',
      'weekly', 'none', 'none', 'unknown', 'unknown', 'any_time', 72, {at}, {at}, 1 FROM generate_series(0, 19) n;
  INSERT INTO bed (id, service_id, label, created_at, created_by, version)
    SELECT gen_random_uuid(), s.id, 'Room ' || n, {at}, {house}, 1 FROM service s, generate_series(1, 40) n;
  INSERT INTO consent (id, client_id, decision, reach, recipient_kind, recipient_organisation_id, classes, valid_from, how_given, explained_by,
      language, copy_given, words, state, created_at, created_by, updated_at, updated_by, version)
    SELECT gen_random_uuid(), id, 'permit', 'referrals', 'organisation', {house}, '{identity_name,coordination}', {at}, 'phone', {peer}, 'en',
      true, '\\x01', 'active', {at}, {peer}, {at}, {peer}, 1 FROM client;
  INSERT INTO referral (id, client_id, asked_by, sender_organisation_id, requested_by, receiver_kind, receiver_organisation_id, service_id,
      asks_for, urgency, shared_classes, consent_id, state, round, state_since, waiting_since, place_in_line, sent_at, words, created_at, created_by,
      updated_at, updated_by, version)
    SELECT gen_random_uuid(), c.client_id, 'worker', {home}, {peer}, 'service', {house}, s.id, 'residential_programme', 'soon',
      '{identity_name,coordination}', c.id, CASE n % 4 WHEN 0 THEN 'waitlisted' ELSE 'next_date_owed' END, 1,
      {at}::timestamptz + n * interval '1 second', {at}::timestamptz + n * interval '1 second', CASE WHEN n % 8 = 0 THEN n + 1 END, {at}, '\\x01', {at}, {peer}, {at}, {peer}, 1
    FROM (SELECT id, client_id, row_number() OVER (ORDER BY id) AS n FROM consent) c
    JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS k FROM service) s ON s.k = c.n / 4 % 20;
  INSERT INTO attempt (id, client_id, referral_id, service_id, round, number, offered_for, zone, offered_by_channel, state, outcome, before_steps,
      ended_at, words, created_at, created_by, updated_at, updated_by, version)
    SELECT gen_random_uuid(), r.client_id, r.id, r.service_id, 1, n, {at}, 'America/Edmonton', 'phone', 'ended', 'transport', '[]', {at}, '\\x01',
      {at}::timestamptz + n * interval '1 hour', {peer}, {at}, {peer}, 1 FROM referral r, generate_series(1, 3) n;
  INSERT INTO reach_attempt (id, referral_id, client_id, round, happened_at, channel, reached, created_at, created_by, version)
    SELECT gen_random_uuid(), id, client_id, 1, {at}, 'phone', false, {at}, {peer}, 1 FROM referral, generate_series(1, 2) n;
  INSERT INTO stay (id, client_id, referral_id, service_id, state, admitted_at, words, created_at, created_by, updated_at, updated_by, version)
    SELECT gen_random_uuid(), client_id, id, service_id, 'inside', {at}, '\\x01', {at}, {peer}, {at}, {peer}, 1 FROM referral WHERE id::text < '33';
  INSERT INTO stay_leave (id, stay_id, referral_id, client_id, because, left_at, back_at, created_at, created_by, updated_at, updated_by, version)
    SELECT gen_random_uuid(), id, referral_id, client_id, 'weekend', {at}, {at}, {at}, {peer}, {at}, {peer}, 1 FROM stay, generate_series(1, 3) n;
  INSERT INTO access_grant SELECT * FROM expected_grants;
  ALTER TABLE client ENABLE TRIGGER USER; ALTER TABLE consent ENABLE TRIGGER USER; ALTER TABLE referral ENABLE TRIGGER USER;
  ALTER TABLE attempt ENABLE TRIGGER USER; ALTER TABLE stay ENABLE TRIGGER USER; ALTER TABLE reach_attempt ENABLE TRIGGER USER;
  ALTER TABLE stay_leave ENABLE TRIGGER USER;`;

const SHUT = [
  'client',
  'access_grant',
  'referral',
  'attempt',
  'reach_attempt',
  'stay',
  'stay_leave',
  'sealing_key',
  'consent',
];

describe('with ten thousand referrals to one house, dates, beds and who waits', () => {
  let db: TestDatabase;
  let intake: PlantedWorker;
  let some: { referral: Id; attempt: Id; client: Id };
  const service = newId();
  beforeAll(async () => {
    db = await cloneDatabase();
    await db.as('owner', async (client) => {
      const context = contextOf(db, client);
      const [home, house] = [await context.organisation(), await context.organisation()];
      const peer = await context.worker('peer_navigator', home);
      intake = await context.worker('intake_worker', house);
      const ids = { home, house, peer: peer.membershipId, service, at: '2026-01-06T16:00:00Z' };
      const filled = Object.entries(ids).reduce((text, [name, id]) => text.replaceAll(`{${name}}`, `'${id}'`), PLANT);
      await client.query(filled);
      await client.query('ANALYZE');
      const { rows } = await client.query<typeof some>(
        'SELECT r.id AS referral, a.id AS attempt, r.client_id AS client FROM referral r JOIN attempt a ON a.referral_id = r.id LIMIT 1',
      );
      some = rows[0]!;
    });
  }, 180_000);
  afterAll(() => db.drop());

  const explained = (statement: Statement, values: readonly PlanValue[]) =>
    db.as('app', async (client) => {
      await client.query('BEGIN');
      await client.query(ENTER, [intake.personId, intake.membershipId, intake.organisationId, intake.role]);
      await client.query(statement.text, [...values]);
      const started = performance.now();
      const { rows: found } = await client.query<Record<string, unknown>>(statement.text, [...values]);
      const took = performance.now() - started;
      const nodes = await planned(client, statement, values);
      await client.query('ROLLBACK');
      return { found, took, nodes };
    });

  const STATEMENTS: readonly (readonly [string, Statement, () => readonly PlanValue[], found: number])[] = [
    ['one date', ATTEMPT, () => [some.attempt], 1],
    ['the date that stands', LIVE_ATTEMPT, () => [some.referral], 0],
    ['the ledger of a referral', ATTEMPTS, () => [some.referral, 0, 51], 3],
    ['the number of the next date', NEXT_NUMBER, () => [some.referral], 1],
    ['tries to reach her', REACH_ATTEMPTS, () => [some.referral, '0001-01-01T00:00:00Z', FIRST, 51], 2],
    ['beds of a service', BEDS, () => [service, '', FIRST, 51], 40],
    ['the waiting list', WAITING_LIST, () => [service, 0, '0001-01-01T00:00:00Z', FIRST, 51], 51],
    ['who waits before', BEFORE_IN_LINE, () => [some.referral], 1],
    ['what was offered there', OFFERS, () => [service, '9999-12-31T00:00:00Z', LAST, 51], 51],
    ['stays of a client', STAYS_OF, () => [[some.client], '9999-12-31T00:00:00Z', LAST, 51], 0],
  ];

  it.each(STATEMENTS)('%s: by index, through the referral alone', async (name, statement, values, count) => {
    const { nodes, took, found } = await explained(statement, values());
    expect(readWhole(nodes).filter((table) => SHUT.includes(table))).toEqual([]);
    // A house has few services, and all of them are its own.
    expect(hashed(nodes).filter((filter) => !filter.includes('service_id = '))).toEqual([]);
    expect(took).toBeLessThan(MOST_MS);
    if (name !== 'stays of a client') expect(found).toHaveLength(count);
    if (process.env['SAY']) process.stderr.write(`${statement.name}: ${took.toFixed(1)} ms\n`);
  });

  it('would be caught without the index that the waiting list stands on', async () => {
    await db.as('owner', (client) => client.query('DROP INDEX referral_in_line'));
    const { nodes } = await explained(WAITING_LIST, [service, 0, '0001-01-01T00:00:00Z', FIRST, 51]);
    const names = nodes.map((node) => node['Index Name']);
    expect(names).not.toContain('referral_in_line');
    expect(nodes.some((node) => node['Node Type'] === 'Sort')).toBe(true);
  });
});
