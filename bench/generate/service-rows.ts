import type pg from 'pg';
import { PROVINCES } from '../../src/organisations/domain/organisation.js';
import { CRITERIA, type Criterion } from '../../src/services/domain/criteria.js';
import { Chance } from './chance.js';
import { surname } from './invented.js';
import { civilDate, DAY, instant } from './moments.js';
import { receivers } from './places.js';
import { daysBefore, type Size } from './size.js';

const PROGRAMMES = 500;

const SERVICES = `INSERT INTO service (id, organisation_id, name, kind, languages, referred_by, intake_rhythm, effect_on_income,
    effect_on_housing, oat_inside, oat_after, readmission, capacity_holds_hours, created_at, updated_at, version)
  SELECT s.id, $2, s.name, 'residential_programme', '{en,fr}', '{client,professional}', 'weekly', 'reduced', 'unknown',
      'given_there', 'arranged_before_leaving', 'any_time', 168, $3, $3, 1 FROM jsonb_to_recordset($1) AS s(id uuid, name text)`;
const ELIGIBILITIES = `INSERT INTO service_eligibility (id, service_id, as_of, source, criteria, created_at, created_by)
  SELECT gen_random_uuid(), s.id, s."asOf", 'their page', s.criteria, $3, $2
    FROM jsonb_to_recordset($1) AS s(id uuid, "asOf" date, criteria jsonb)`;
const CAPACITIES = `INSERT INTO service_capacity (id, service_id, places, free, waiting, confirmed_at, confirmed_by)
  SELECT gen_random_uuid(), s.id, 40, s.free, 5, s.counted, $2 FROM jsonb_to_recordset($1) AS s(id uuid, free int, counted timestamptz)`;

/** Programmes with what each of them asks for as of some day, and its places as somebody counted them. */
export async function writeServices(owner: pg.Client, size: Size): Promise<void> {
  const [first] = receivers(size);
  if (!first) return;
  const chance = Chance.of(size.seed, 'services');
  const since = daysBefore(size, 700);
  const made = JSON.stringify(Array.from({ length: PROGRAMMES }, (_, at) => programme(chance, size, at)));
  await owner.query(SERVICES, [made, first.organisationId, instant(since)]);
  await owner.query(ELIGIBILITIES, [made, first.membershipId, instant(since + DAY)]);
  await owner.query(CAPACITIES, [made, first.membershipId]);
}

const programme = (chance: Chance, size: Size, at: number) => ({
  ...{ id: chance.id(daysBefore(size, 700)), name: `${surname(chance)} House ${at}`, free: chance.whole(0, 40) },
  ...{ asOf: civilDate(size.today - chance.whole(1, 300) * DAY), criteria: criteria(chance) },
  counted: instant(size.today - chance.whole(1, 20) * DAY),
});

function criteria(chance: Chance): readonly Criterion[] {
  const all: readonly Criterion[] = [
    { kind: 'age', min: chance.whole(16, 25), max: chance.whole(60, 99) },
    { kind: 'province', values: [chance.one(PROVINCES)] },
    { kind: 'gender', values: [chance.one(Object.keys(CRITERIA.gender.values))] },
    { kind: 'oat', values: ['none', 'buprenorphine', 'methadone'] },
    { kind: 'days_without_use', min: chance.whole(0, 14) },
    { kind: 'documents', values: ['health_card', 'birth_certificate'] },
    { kind: 'tests', values: ['tuberculosis'] },
  ];
  return all.filter(() => chance.happens(0.7));
}
