import { Injectable } from '@nestjs/common';
import type { Tx } from '../../audit/unit-of-work.js';
import { isInstant } from '../../kernel/civil-time.js';
import { isId, newId, type Id } from '../../kernel/ids.js';
import { keyAfter, pageOf, type Page, type PageRequest } from '../../kernel/page.js';
import { instantFromJson } from '../../platform/database/instants.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import { Words } from '../../platform/sealing/words.js';
import type { ShownStay, Stay, StayLeave, StayWords } from '../domain/stay.js';
import { StayRow } from './stay.row.js';

type SealedStay = Stay & {
  readonly words: Buffer;
  readonly wrapped: Buffer;
  readonly leaves: readonly StayLeave[];
};
type Standing = Pick<Stay, 'id' | 'clientId' | 'version'>;

const LEAVES = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'because', l.because, 'leftAt', l.left_at,
    'expectedAt', l.expected_at, 'backAt', l.back_at) ORDER BY l.left_at, l.id), '[]') FROM stay_leave l WHERE l.stay_id = s.id)`;

const select = (rest: string): string => `
  SELECT s.id, s.client_id AS "clientId", s.class, s.referral_id AS "referralId", s.attempt_id AS "attemptId",
      s.service_id AS "serviceId", s.bed_id AS "bedId", s.state, s.admitted_at AS "admittedAt",
      s.planned_end_on AS "plannedEndOn", s.ended_at AS "endedAt", s.because, s.naloxone,
      s.told_of_lower_tolerance AS "toldOfLowerTolerance", s.words, s.created_at AS "createdAt", s.created_by AS "createdBy",
      s.updated_at AS "updatedAt", s.updated_by AS "updatedBy", s.version, ${LEAVES} AS leaves, k.wrapped
    FROM stay s JOIN sealing_key k ON k.client_id = s.client_id ${rest}`;

const STAY: Statement = { name: 'stay', text: select('WHERE s.id = $1') };
const OPEN_STAY: Statement = {
  name: 'stay-open',
  text: select(`WHERE s.referral_id = $1 AND s.state IN ('inside', 'on_leave')`),
};
/** The newest first. */
export const STAYS_OF: Statement = {
  name: 'stays-of-client',
  text: select(`WHERE s.client_id = ANY ($1) AND s.state <> 'retracted' AND (s.admitted_at, s.id) < ($2::timestamptz, $3::uuid)
    ORDER BY s.admitted_at DESC, s.id DESC LIMIT $4`),
};
const LEAVE: Statement = {
  name: 'stay-leave',
  text: `INSERT INTO stay_leave (id, stay_id, referral_id, client_id, class, because, left_at, expected_at, created_at, created_by,
      updated_at, updated_by, version) VALUES ($1, $2, $3, $4, 'coordination', $5, $6, $7, $8, $9, $8, $9, 1)`,
};
const BACK: Statement = {
  name: 'stay-back',
  text: `UPDATE stay_leave SET back_at = $2, updated_at = $3, updated_by = $4, version = version + 1
    WHERE stay_id = $1 AND back_at IS NULL`,
};
const AFTER_ALL = ['9999-12-31T00:00:00Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

@Injectable()
export class StayStore {
  constructor(private readonly words: Words) {}

  async one(tx: Transaction, id: Id): Promise<ShownStay | undefined> {
    const [found] = await tx.query<SealedStay>(STAY, [id]);
    return found && this.opened(found);
  }

  /** The one that is not over; there is never a second. */
  async openOf(tx: Transaction, referralId: Id): Promise<ShownStay | undefined> {
    const [found] = await tx.query<SealedStay>(OPEN_STAY, [referralId]);
    return found && this.opened(found);
  }

  async page(tx: Transaction, clientIds: readonly Id[], page: PageRequest): Promise<Page<ShownStay>> {
    const after = keyAfter(page, isInstant, isId) ?? AFTER_ALL;
    const rows = await tx.query<SealedStay>(STAYS_OF, [clientIds, ...after, page.limit + 1]);
    return pageOf(
      rows.map((row) => this.opened(row)),
      page.limit,
      ({ admittedAt, id }) => [admittedAt, id],
    );
  }

  async add(tx: Transaction, stay: Stay): Promise<void> {
    const row: Stay & { words: Buffer } = { ...stay, words: await this.sealed(tx, stay, {}) };
    await tx.entities.insert(StayRow, row);
  }

  /** False when somebody else changed it first. */
  async change(tx: Tx, { id, clientId, version }: Standing, to: Partial<Stay>, words?: StayWords): Promise<boolean> {
    const row = {
      ...to,
      ...(words && { words: await this.sealed(tx, { id, clientId }, words) }),
      updatedAt: tx.now,
      updatedBy: tx.actor.membershipId,
      version: version + 1,
    };
    return (await tx.entities.update(StayRow, { id, version }, row)).affected === 1;
  }

  async leave(tx: Tx, stay: Stay, { because, leftAt, expectedAt }: Omit<StayLeave, 'id' | 'backAt'>): Promise<void> {
    const of = [newId(), stay.id, stay.referralId, stay.clientId];
    await tx.query(LEAVE, [...of, because, leftAt, expectedAt, tx.now, tx.actor.membershipId]);
  }

  /** Ends the leave that is open, if there is one. */
  async back(tx: Tx, stayId: Id, at: string): Promise<void> {
    await tx.query(BACK, [stayId, at, tx.now, tx.actor.membershipId]);
  }

  private async sealed(tx: Transaction, { id, clientId }: Pick<Stay, 'id' | 'clientId'>, words: StayWords) {
    return this.words.seal(await this.words.keyOf(tx, clientId), placeOf(id), words);
  }

  private opened({ wrapped, words, leaves, ...stay }: SealedStay): ShownStay {
    const key = this.words.unwrap(stay.clientId, wrapped);
    return {
      ...stay,
      ...this.words.open<StayWords>(key, placeOf(stay.id), words),
      leaves: leaves.map(({ leftAt, expectedAt, backAt, ...leave }) => ({
        ...leave,
        leftAt: instantFromJson(leftAt),
        expectedAt: expectedAt && instantFromJson(expectedAt),
        backAt: backAt && instantFromJson(backAt),
      })),
    };
  }
}

const placeOf = (id: Id) => ({ table: 'stay', id, class: 'coordination' });
