import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/civil-time.js';
import { isId, type Id } from '../../kernel/ids.js';
import { isKeyText, keyAfter, pageOf, type Page, type PageRequest } from '../../kernel/page.js';
import { instantFromJson } from '../../platform/database/instants.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import type { Capacity, Eligibility, Service, ServiceFacts, ServiceFilter, ServiceSeen } from '../domain/service.js';
import type { ServiceState } from '../domain/service.lifecycle.js';
import { ServiceRow } from './service.row.js';

const FIELDS = `s.id, s.organisation_id AS "organisationId", s.name, s.kind, s.about, s.languages,
  s.referred_by AS "referredBy", s.length_days AS "lengthDays", s.intake_rhythm AS "intakeRhythm",
  s.monthly_cost AS "monthlyCost", s.effect_on_income AS "effectOnIncome", s.effect_on_housing AS "effectOnHousing",
  s.oat_inside AS "oatInside", s.oat_after AS "oatAfter", s.readmission, s.call_in_every_days AS "callInEveryDays",
  s.capacity_holds_hours AS "capacityHoldsHours", s.created_at AS "createdAt", s.updated_at AS "updatedAt",
  s.closed_at AS "closedAt", s.version`;

const ELIGIBILITY = `id, service_id AS "serviceId", as_of::text AS "asOf", source, criteria, created_at AS "createdAt"`;
const CAPACITY = `id, service_id AS "serviceId", places, free, waiting, confirmed_at AS "confirmedAt"`;

/** Services with the newest of what they ask for and of their places. `services` is the table, or a page of it. */
const seen = (services: string, rest: string): string => `
  SELECT ${FIELDS}, o.province, o.name AS organisation, to_jsonb(e) AS eligibility, to_jsonb(c) AS capacity
    FROM ${services} s JOIN organisation o ON o.id = s.organisation_id
    LEFT JOIN LATERAL (SELECT ${ELIGIBILITY} FROM service_eligibility WHERE service_id = s.id
      ORDER BY as_of DESC, created_at DESC, id DESC LIMIT 1) e ON true
    LEFT JOIN LATERAL (SELECT ${CAPACITY} FROM service_capacity WHERE service_id = s.id
      ORDER BY confirmed_at DESC, id DESC LIMIT 1) c ON true
   ${rest}`;

export const SERVICE: Statement = { name: 'service', text: seen('service', 'WHERE s.id = $1') };

const FILTERS: Readonly<Record<keyof ServiceFilter, string>> = {
  kind: 's.kind = ',
  organisationId: 's.organisation_id = ',
  province: '(SELECT o.province FROM organisation o WHERE o.id = s.organisation_id) = ',
};

/** What takes people now, by name. One statement for each set of filters, so that each has a plan of its own. */
export function servicePage(filter: ServiceFilter, page: PageRequest): [Statement, readonly unknown[]] {
  const names = (Object.keys(FILTERS) as (keyof ServiceFilter)[]).filter((name) => filter[name] !== undefined);
  const conditions = names.map((name, index) => ` AND ${FILTERS[name]}$${index + 4}`).join('');
  const paged = `(SELECT * FROM service s WHERE s.closed_at IS NULL AND (s.name, s.id) > ($1, $2::uuid)${conditions}
    ORDER BY s.name, s.id LIMIT $3)`;
  const [name = '', id = FIRST] = keyAfter(page, isKeyText, isId) ?? [];
  const values = [name, id, page.limit + 1, ...names.map((each) => filter[each])];
  return [{ name: ['service-page', ...names].join('-'), text: seen(paged, 'ORDER BY s.name, s.id') }, values];
}
const FIRST = '00000000-0000-0000-0000-000000000000';

const ELIGIBILITIES: Statement = {
  name: 'service-eligibilities',
  text: `SELECT ${ELIGIBILITY} FROM service_eligibility WHERE service_id = $1
    ORDER BY as_of DESC, created_at DESC, id DESC LIMIT 100`,
};

const ADD_ELIGIBILITY: Statement = {
  name: 'service-add-eligibility',
  text: `INSERT INTO service_eligibility (id, service_id, as_of, source, criteria, created_at, created_by)
    VALUES ($1, $2, $3, $4, $5, $6, app_membership())`,
};

const ADD_CAPACITY: Statement = {
  name: 'service-add-capacity',
  text: `INSERT INTO service_capacity (id, service_id, places, free, waiting, confirmed_at, confirmed_by)
    VALUES ($1, $2, $3, $4, $5, $6, app_membership())`,
};

/** In JSON, PostgreSQL writes instants in its own way. */
const inOurTime = ({ eligibility, capacity, ...service }: ServiceSeen): ServiceSeen => ({
  ...service,
  eligibility: eligibility && { ...eligibility, createdAt: instantFromJson(eligibility.createdAt) },
  capacity: capacity && { ...capacity, confirmedAt: instantFromJson(capacity.confirmedAt) },
});

@Injectable()
export class ServiceStore {
  async one(tx: Transaction, id: Id): Promise<ServiceSeen | undefined> {
    const [row] = await tx.query<ServiceSeen>(SERVICE, [id]);
    return row && inOurTime(row);
  }

  async page(tx: Transaction, filter: ServiceFilter, page: PageRequest): Promise<Page<ServiceSeen>> {
    const rows = await tx.query<ServiceSeen>(...servicePage(filter, page));
    return pageOf(rows.map(inOurTime), page.limit, (last) => [last.name, last.id]);
  }

  /** Whoever changes it takes turns. */
  async lock(tx: Transaction, id: Id): Promise<ServiceSeen | undefined> {
    await tx.query('SELECT FROM service WHERE id = $1 FOR NO KEY UPDATE', [id]);
    return this.one(tx, id);
  }

  async add(tx: Transaction, service: Service): Promise<void> {
    await tx.entities.insert(ServiceRow, {
      ...service,
      languages: [...service.languages],
      referredBy: [...service.referredBy],
    });
  }

  /** Under its lock. */
  async change(tx: Transaction, { id, version }: Service, to: Partial<ServiceFacts>, now: Instant): Promise<void> {
    const { languages, referredBy, ...plain } = to;
    const lists = {
      ...(languages && { languages: [...languages] }),
      ...(referredBy && { referredBy: [...referredBy] }),
    };
    await tx.entities.update(ServiceRow, { id }, { ...plain, ...lists, updatedAt: now, version: version + 1 });
  }

  async move(tx: Transaction, { id, version }: Service, state: ServiceState, now: Instant): Promise<void> {
    const closedAt = state === 'closed' ? now : null;
    await tx.entities.update(ServiceRow, { id }, { closedAt, updatedAt: now, version: version + 1 });
  }

  eligibilities(tx: Transaction, serviceId: Id): Promise<readonly Eligibility[]> {
    return tx.query<Eligibility>(ELIGIBILITIES, [serviceId]);
  }

  async addEligibility(
    tx: Transaction,
    { id, serviceId, asOf, source, criteria, createdAt }: Eligibility,
  ): Promise<void> {
    await tx.query(ADD_ELIGIBILITY, [id, serviceId, asOf, source, JSON.stringify(criteria), createdAt]);
  }

  async addCapacity(tx: Transaction, { id, serviceId, places, free, waiting, confirmedAt }: Capacity): Promise<void> {
    await tx.query(ADD_CAPACITY, [id, serviceId, places, free, waiting, confirmedAt]);
  }
}
