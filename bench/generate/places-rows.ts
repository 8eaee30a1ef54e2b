import type pg from 'pg';
import { Chance } from './chance.js';
import { firstName, surname } from './invented.js';
import { DAY, instant } from './moments.js';
import { place, placesOf, RECEIVING, workersOf, type Worker } from './places.js';
import { writeServices } from './service-rows.js';
import { daysBefore, type Size } from './size.js';

const ORGANISATION = `INSERT INTO organisation (id, name, kind, province, time_zone, languages, created_at, version)
  VALUES ($1, $2, 'clinic', $3, $4, '{en,fr}', $5, 1)`;
const STAFF = `INSERT INTO staff (id, email, display_name, language, created_at, activated_at, version)
  SELECT s.id, s.email, s.name, 'en', $2, $2, 1 FROM jsonb_to_recordset($1) AS s(id uuid, email text, name text)`;
const MEMBERSHIPS = `INSERT INTO membership (id, staff_id, organisation_id, role, started_at, version)
  SELECT m.id, m.staff, m.organisation, m.role, $2, 1
    FROM jsonb_to_recordset($1) AS m(id uuid, staff uuid, organisation uuid, role text)`;

/** The organisations and everybody who works there; their triggers make whom grants are made to. */
export async function writePlaces(owner: pg.Client, size: Size): Promise<void> {
  const before = instant(daysBefore(size, 900));
  for (let at = RECEIVING; at < placesOf(size); at += 1) {
    const here = place(size, at);
    const chance = Chance.of(size.seed, 'organisation', at);
    await owner.query(ORGANISATION, [here.id, `${surname(chance)} Clinic`, here.province, here.zone, before]);
    const workers = workersOf(size, at);
    await owner.query(STAFF, [JSON.stringify(workers.map((one) => staff(chance, one))), before]);
    await owner.query(MEMBERSHIPS, [JSON.stringify(workers.map(membership)), instant(size.today - 800 * DAY)]);
  }
  await writeServices(owner, size);
}

const staff = (chance: Chance, { staffId }: Worker) => ({
  ...{ id: staffId, email: `${staffId}@people.example` },
  name: `${firstName(chance)} ${surname(chance)}`,
});

const membership = ({ membershipId, staffId, organisationId, role }: Worker) => ({
  ...{ id: membershipId, staff: staffId, organisation: organisationId, role },
});
