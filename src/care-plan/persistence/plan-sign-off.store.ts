import { Injectable } from '@nestjs/common';
import { type Instant, isInstant } from '../../kernel/civil-time.js';
import { type Id, isId } from '../../kernel/ids.js';
import { type Page, type PageRequest, keyAfter } from '../../kernel/page.js';
import { pageOf } from '../../kernel/page.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import type { NamedSignOff, PlanSignOff } from '../domain/plan-sign-off.js';
import { PlanSignOffRow } from './plan-sign-off.row.js';

const SHOWN = `o.id, o.client_id AS "clientId", o.class, o.membership_id AS "membershipId", o.role, o.plan_as_of AS "planAsOf",
  o.seen_classes::text[] AS "seenClasses", o.signed_at AS "signedAt", o.version, p.display_name AS "signedBy"`;
const FROM = `FROM plan_sign_off o JOIN membership m ON m.id = o.membership_id JOIN staff p ON p.id = m.staff_id`;

const PAGE: Statement = {
  name: 'plan-sign-offs',
  text: `SELECT ${SHOWN} ${FROM} WHERE o.client_id = ANY ($1)
      AND ($2::timestamptz IS NULL OR (o.signed_at, o.id) < ($2, $3::uuid))
    ORDER BY o.signed_at DESC, o.id DESC LIMIT $4`,
};
const ONE: Statement = { name: 'plan-sign-off', text: `SELECT ${SHOWN} ${FROM} WHERE o.id = $1` };
/** The newest of each profession, for each record: to sign one is not to sign the other. */
export const LATEST: Statement = {
  name: 'plan-sign-offs-latest',
  text: `SELECT DISTINCT ON (o.client_id, o.role) ${SHOWN} ${FROM} WHERE o.client_id = ANY ($1)
      AND ($2::timestamptz IS NULL OR o.signed_at <= $2)
    ORDER BY o.client_id, o.role, o.signed_at DESC, o.id DESC`,
};

@Injectable()
export class PlanSignOffStore {
  async page(tx: Transaction, clientIds: readonly Id[], page: PageRequest): Promise<Page<NamedSignOff>> {
    const [at = null, id = null] = keyAfter(page, isInstant, isId) ?? [];
    const rows = await tx.query<NamedSignOff>(PAGE, [clientIds, at, id, page.limit + 1]);
    return pageOf(rows, page.limit, (last) => [last.signedAt, last.id]);
  }

  async one(tx: Transaction, id: Id): Promise<NamedSignOff | undefined> {
    return (await tx.query<NamedSignOff>(ONE, [id]))[0];
  }

  latest(tx: Transaction, clientIds: readonly Id[], at?: Instant): Promise<NamedSignOff[]> {
    return tx.query<NamedSignOff>(LATEST, [clientIds, at ?? null]);
  }

  async add(tx: Transaction, signOff: PlanSignOff): Promise<void> {
    await tx.entities.insert(PlanSignOffRow, { ...signOff, seenClasses: [...signOff.seenClasses] });
  }
}
