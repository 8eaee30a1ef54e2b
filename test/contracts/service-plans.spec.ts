import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import type { Statement } from '../../src/platform/database/transaction.js';
import type { ServiceFilter } from '../../src/services/domain/service.js';
import { SERVICE, servicePage } from '../../src/services/persistence/service.store.js';
import { contextOf, type PlantedWorker } from '../support/context.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { planned, readWhole, type PlanValue } from '../support/query-plan.js';

const FIRST = '00000000-0000-0000-0000-000000000000';

/** A thousand organisations with five services each, every one described and counted ten times. */
const PLANT = `
  INSERT INTO organisation (id, name, kind, province, time_zone, languages, created_at, version)
    SELECT gen_random_uuid(), 'O ' || n, 'other', CASE WHEN n % 4 = 0 THEN 'BC' ELSE 'AB' END, 'America/Edmonton', '{en}', now(), 1
      FROM generate_series(1, 1000) n;
  INSERT INTO service (id, organisation_id, name, kind, languages, referred_by, intake_rhythm, effect_on_income, effect_on_housing,
      oat_inside, oat_after, readmission, capacity_holds_hours, created_at, updated_at, version)
    SELECT gen_random_uuid(), o.id, md5(o.id::text || n), CASE n WHEN 1 THEN 'residential_programme' ELSE 'food' END, '{en}', '{client}',
      'weekly', 'none', 'none', 'unknown', 'unknown', 'any_time', 72, now(), now(), 1 FROM organisation o, generate_series(1, 5) n;
  INSERT INTO service_eligibility (id, service_id, as_of, source, criteria, created_at, created_by)
    SELECT gen_random_uuid(), id, date '2026-01-01' + n, 'x', '[]', now(), id FROM service, generate_series(1, 10) n;
  INSERT INTO service_capacity (id, service_id, free, confirmed_at, confirmed_by)
    SELECT gen_random_uuid(), id, n, now() - n * interval '1 day', id FROM service, generate_series(1, 10) n;
  ANALYZE;`;

describe('the directory of services, at five thousand', () => {
  let db: TestDatabase;
  let context: ReturnType<typeof contextOf>;
  let worker: PlantedWorker;
  beforeAll(async () => {
    db = await cloneDatabase();
    context = contextOf(db);
    worker = await context.worker('counsellor', await context.organisation());
    await db.as('owner', (client) => client.query(PLANT));
  }, 60_000);
  afterAll(() => db.drop());

  /** Tables that the plan reads from end to end, as it is made for any values once the statement is prepared. */
  const scanned = (statement: Statement, values: readonly PlanValue[]): Promise<readonly string[]> =>
    context.as(worker, async (client) => readWhole(await planned(client, statement, values)));

  it.each<[string, ServiceFilter, readonly string[]]>([
    ['all of it', {}, []],
    ['a later page', {}, ['7f', newId()]],
    ['one kind', { kind: 'residential_programme' }, []],
    ['one province', { province: 'BC' }, []],
    ['one organisation and kind', { organisationId: FIRST, kind: 'food' }, []],
  ])('is read page by page without reading a whole table: %s', async (_, filter, after) => {
    const [statement, values] = servicePage(filter, { limit: 50, ...(after.length > 0 && { after }) });
    expect(await scanned(statement, values as readonly PlanValue[])).toEqual([]);
  });

  it('is read one by one the same way', async () => {
    expect(await scanned(SERVICE, [FIRST])).toEqual([]);
  });
});
