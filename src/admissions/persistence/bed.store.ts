import { Injectable } from '@nestjs/common';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Instant } from '../../kernel/civil-time.js';
import { isId, type Id } from '../../kernel/ids.js';
import { isKeyText, keyAfter, pageOf, type Page, type PageRequest } from '../../kernel/page.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import type { Bed, BedHold } from '../domain/bed.js';

export interface BedSeen extends Bed {
  readonly isHeld: boolean;
  /** Null where nobody holds it, and where nobody has said until when. */
  readonly heldUntil: Instant | null;
}

const SEEN = `SELECT b.id, b.service_id AS "serviceId", b.label, b.created_at AS "createdAt", b.created_by AS "createdBy",
    b.closed_at AS "closedAt", b.version, h.bed_id IS NOT NULL AS "isHeld", h.held_until AS "heldUntil"
  FROM bed b LEFT JOIN bed_hold h ON h.bed_id = b.id`;

const BED: Statement = { name: 'bed', text: `${SEEN} WHERE b.id = $1` };
/** By label. Closed ones are not among them. */
export const BEDS: Statement = {
  name: 'beds',
  text: `${SEEN} WHERE b.service_id = $1 AND b.closed_at IS NULL AND (b.label, b.id) > ($2, $3::uuid)
    ORDER BY b.label, b.id LIMIT $4`,
};
/** No row where another open bed of the service is called that. */
const ADD: Statement = {
  name: 'bed-add',
  text: `INSERT INTO bed (id, service_id, label, created_at, created_by, version) VALUES ($1, $2, $3, $4, $5, 1)
    ON CONFLICT (service_id, label) WHERE closed_at IS NULL DO NOTHING RETURNING id`,
};
const SAME_LABEL: Statement = {
  name: 'bed-same-label',
  text: 'SELECT id FROM bed WHERE service_id = $1 AND label = $2 AND closed_at IS NULL AND id <> $3',
};
const CHANGE: Statement = {
  name: 'bed-change',
  text: 'UPDATE bed SET label = $3, closed_at = $4, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id',
};
const HOLD_OF: Statement = {
  name: 'bed-hold',
  text: 'SELECT bed_id AS "bedId", held_for AS "heldFor", held_until AS "heldUntil" FROM bed_hold WHERE bed_id = $1',
};
/** Takes a promise away that is over. Whoever comes second waits for the first and finds it gone. */
const TAKE_AWAY: Statement = {
  name: 'bed-take-away',
  text: 'DELETE FROM bed_hold WHERE bed_id = $1 AND held_until <= $2 RETURNING held_for AS "heldFor"',
};
/** No row where somebody else holds it: two workers cannot give the same bed. */
const HOLD: Statement = {
  name: 'bed-take',
  text: `INSERT INTO bed_hold (bed_id, held_for, held_until, held_at, held_by) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (bed_id) DO NOTHING RETURNING bed_id`,
};
const KEEP: Statement = {
  name: 'bed-keep',
  text: 'UPDATE bed_hold SET held_until = NULL WHERE bed_id = $1 AND held_for = $2 RETURNING bed_id',
};
const GIVE_BACK: Statement = {
  name: 'bed-give-back',
  text: 'DELETE FROM bed_hold WHERE bed_id = $1 AND held_for = ANY ($2)',
};

const FIRST = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class BedStore {
  async one(tx: Transaction, id: Id): Promise<BedSeen | undefined> {
    return (await tx.query<BedSeen>(BED, [id]))[0];
  }

  async page(tx: Transaction, serviceId: Id, page: PageRequest): Promise<Page<BedSeen>> {
    const [label = '', id = FIRST] = keyAfter(page, isKeyText, isId) ?? [];
    const rows = await tx.query<BedSeen>(BEDS, [serviceId, label, id, page.limit + 1]);
    return pageOf(rows, page.limit, (last) => [last.label, last.id]);
  }

  /** False where another open bed there is called that. */
  async add(tx: Tx, { id, serviceId, label }: Pick<Bed, 'id' | 'serviceId' | 'label'>): Promise<boolean> {
    return (await tx.query(ADD, [id, serviceId, label, tx.now, tx.actor.membershipId])).length === 1;
  }

  async isLabelTaken(tx: Transaction, { id, serviceId, label }: Pick<Bed, 'id' | 'serviceId' | 'label'>) {
    return (await tx.query(SAME_LABEL, [serviceId, label, id])).length > 0;
  }

  /** False when somebody else changed it first. */
  async change(tx: Transaction, { id, version }: Bed, to: Pick<Bed, 'label' | 'closedAt'>): Promise<boolean> {
    return (await tx.query(CHANGE, [id, version, to.label, to.closedAt])).length === 1;
  }

  async holdOf(tx: Transaction, bedId: Id): Promise<BedHold | undefined> {
    return (await tx.query<BedHold>(HOLD_OF, [bedId]))[0];
  }

  /** For whom it was promised until before now; nothing where nobody was, or where the promise stands. */
  async takeAway(tx: Tx, bedId: Id): Promise<Id | undefined> {
    return (await tx.query<{ heldFor: Id }>(TAKE_AWAY, [bedId, tx.now]))[0]?.heldFor;
  }

  /** False where somebody else holds it. */
  async hold(tx: Tx, { bedId, heldFor, heldUntil }: BedHold): Promise<boolean> {
    return (await tx.query(HOLD, [bedId, heldFor, heldUntil, tx.now, tx.actor.membershipId])).length === 1;
  }

  /** Until somebody gives it back. False where it was given to another in the meantime. */
  async keep(tx: Transaction, bedId: Id, heldFor: Id): Promise<boolean> {
    return (await tx.query(KEEP, [bedId, heldFor])).length === 1;
  }

  async giveBack(tx: Transaction, bedId: Id, heldFor: readonly Id[]): Promise<void> {
    await tx.query(GIVE_BACK, [bedId, heldFor]);
  }
}
