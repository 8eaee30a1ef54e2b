import { Injectable } from '@nestjs/common';
import { type Id, isId } from '../../kernel/ids.js';
import { pageOf, type Page, type PageRequest, keyAfter } from '../../kernel/page.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import type { Colleague, Membership, Staff, StaffFilter } from '../domain/staff.js';
import { MembershipRow, StaffRow } from './staff.row.js';

/** Can sign in, and administers organisation $1. */
const ADMINISTERS = `a.organisation_id = $1 AND a.role = 'administrator' AND a.ended_at IS NULL
  AND q.disabled_at IS NULL AND q.activated_at IS NOT NULL`;

const COLLEAGUE = `SELECT p.id, p.email, p.display_name AS "displayName", p.language, p.created_at AS "createdAt",
    p.activated_at AS "activatedAt", p.disabled_at AS "disabledAt", p.version,
    EXISTS (SELECT FROM membership e WHERE e.staff_id = p.id AND e.organisation_id <> $1 AND e.ended_at IS NULL)
      AS "worksElsewhere",
    EXISTS (SELECT FROM membership a JOIN staff q ON q.id = a.staff_id WHERE ${ADMINISTERS} AND q.id = p.id)
      AND NOT EXISTS (SELECT FROM membership a JOIN staff q ON q.id = a.staff_id WHERE ${ADMINISTERS} AND q.id <> p.id)
      AS "isLastAdministrator"
  FROM staff p`;

const PAGE: Statement = {
  name: 'staff-page',
  text: `${COLLEAGUE} WHERE ($4::uuid IS NULL OR p.id > $4)
      AND EXISTS (SELECT FROM membership m WHERE m.staff_id = p.id AND m.organisation_id = $1) 
      AND EXISTS (SELECT FROM membership m WHERE m.staff_id = p.id AND m.organisation_id = $1 AND m.ended_at IS NULL) = $2
      AND ($3::text IS NULL OR EXISTS (SELECT FROM membership m
        WHERE m.staff_id = p.id AND m.organisation_id = $1 AND m.role = $3 AND m.ended_at IS NULL))
    ORDER BY p.id LIMIT $5`,
};
const ONE: Statement = {
  name: 'staff-one',
  text: `${COLLEAGUE} WHERE p.id = $2 AND EXISTS (SELECT FROM membership m WHERE m.staff_id = p.id AND m.organisation_id = $1)`,
};
const MEMBERSHIPS: Statement = {
  name: 'staff-memberships',
  text: `SELECT id, staff_id AS "staffId", organisation_id AS "organisationId", role, started_at AS "startedAt",
      ended_at AS "endedAt", version
    FROM membership WHERE organisation_id = $1 AND staff_id = ANY ($2) ORDER BY started_at, id`,
};
const LOCK = 'SELECT activated_at IS NOT NULL AS activated FROM staff WHERE id = $1 FOR NO KEY UPDATE';
const ADD = `INSERT INTO staff (id, email, display_name, language, created_at, activated_at, version)
  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (email) DO NOTHING RETURNING id`;

type Found = Omit<Colleague, 'memberships'>;

@Injectable()
export class StaffStore {
  /** Those who work for this organisation, or once did. */
  async page(tx: Transaction, of: { organisationId: Id } & StaffFilter, page: PageRequest): Promise<Page<Colleague>> {
    const [after = null] = keyAfter(page, isId) ?? [];
    const values = [of.organisationId, of.standing, of.role ?? null, after, page.limit + 1];
    const found = pageOf(await tx.query<Found>(PAGE, values), page.limit, (last) => [last.id]);
    return { ...found, items: await this.withMemberships(tx, of.organisationId, found.items) };
  }

  async find(tx: Transaction, organisationId: Id, id: Id): Promise<Colleague | undefined> {
    const found = await tx.query<Found>(ONE, [organisationId, id]);
    return (await this.withMemberships(tx, organisationId, found))[0];
  }

  /** The account, if there is one. Whoever changes it or its memberships takes turns. */
  async lock(tx: Transaction, id: Id): Promise<{ readonly activated: boolean } | undefined> {
    return (await tx.query<{ activated: boolean }>(LOCK, [id]))[0];
  }

  /** False when somebody has this address already. */
  async add(tx: Transaction, staff: Staff): Promise<boolean> {
    const { id, email, displayName, language, createdAt, activatedAt, version } = staff;
    const values = [id, email, displayName, language, createdAt, activatedAt, version];
    return (await tx.query(ADD, values)).length > 0;
  }

  async change(
    tx: Transaction,
    { id, version }: Staff,
    to: Partial<Pick<Staff, 'email' | 'displayName' | 'language' | 'disabledAt'>>,
  ): Promise<void> {
    await tx.entities.update(StaffRow, { id }, { ...to, version: version + 1 });
  }

  async isTaken(tx: Transaction, email: string, exceptBy: Id): Promise<boolean> {
    return (await tx.query('SELECT FROM staff WHERE email = $1 AND id <> $2', [email, exceptBy])).length > 0;
  }

  /** Whose membership of this organisation it is. */
  async holderOf(tx: Transaction, organisationId: Id, membershipId: Id): Promise<Id | undefined> {
    const found = await tx.entities.findOneBy(MembershipRow, { id: membershipId, organisationId });
    return found?.staffId;
  }

  async addMembership(tx: Transaction, membership: Membership): Promise<void> {
    await tx.entities.insert(MembershipRow, membership);
  }

  async changeMembership(
    tx: Transaction,
    { id, version }: Membership,
    to: Partial<Pick<Membership, 'role' | 'endedAt'>>,
  ): Promise<void> {
    await tx.entities.update(MembershipRow, { id }, { ...to, version: version + 1 });
  }

  private async withMemberships(tx: Transaction, organisationId: Id, found: readonly Found[]): Promise<Colleague[]> {
    const ids = found.map(({ id }) => id);
    const memberships = ids.length === 0 ? [] : await tx.query<Membership>(MEMBERSHIPS, [organisationId, ids]);
    const of = Map.groupBy(memberships, ({ staffId }) => staffId);
    return found.map((each) => ({ ...each, memberships: of.get(each.id) ?? [] }));
  }
}
