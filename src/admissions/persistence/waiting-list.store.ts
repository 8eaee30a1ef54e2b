import { Injectable } from '@nestjs/common';
import { isInstant } from '../../kernel/civil-time.js';
import { isId, type Id } from '../../kernel/ids.js';
import { keyAfter, pageOf, type Page, type PageRequest } from '../../kernel/page.js';
import { instantFromJson } from '../../platform/database/instants.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import { BEFORE_START, type ReferralState } from '../../referrals/domain/referral.lifecycle.js';
import { WAITS_FOR_AN_OFFER, type InLine, type Offer } from '../domain/waiting-list.js';

const OFFER = `a.id AS "attemptId", a.referral_id AS "referralId", a.client_id AS "clientId", a.number,
  a.created_at AS "offeredAt", a.offered_for AS "offeredFor", a.zone, a.bed_id AS "bedId", a.answer_by AS "answerBy",
  a.before_others_because AS "beforeOthersBecause", a.state, a.outcome`;

/** Behind those who have a place stand those who have none, by how long they have waited. */
const NO_PLACE = 2_147_483_647;
const PLACE = `coalesce(r.place_in_line, ${NO_PLACE})`;
const SINCE = 'r.waiting_since';
const oneOf = (states: readonly ReferralState[]): string => states.map((state) => `'${state}'`).join(', ');
/** From when somebody was first put on the list until they come in, or all of it ends. */
const IN_LINE = `r.waiting_since IS NOT NULL AND r.state IN (${oneOf(BEFORE_START)})`;
/** Where somebody stands who was never put on the list: behind those with a place. */
const OWN = [PLACE.replace('r.', 'own.'), 'coalesce(own.waiting_since, own.state_since)', 'own.id'].join(', ');

/** As far as the actor sees who waits. */
export const WAITING_LIST: Statement = {
  name: 'waiting-list',
  text: `SELECT r.id AS "referralId", r.client_id AS "clientId", r.state, r.urgency, r.place_in_line AS "placeInLine",
      ${SINCE} AS since, r.review_on AS "reviewOn", r.round, r.version,
      (SELECT count(*)::int FROM attempt a WHERE a.referral_id = r.id AND a.state <> 'retracted') AS offers,
      (SELECT to_jsonb(last) FROM (SELECT ${OFFER} FROM attempt a WHERE a.referral_id = r.id AND a.state <> 'retracted'
        ORDER BY a.number DESC LIMIT 1) last) AS "lastOffer"
    FROM referral r WHERE r.service_id = $1 AND ${IN_LINE}
      AND (${PLACE}, ${SINCE}, r.id) > ($2::int, $3::timestamptz, $4::uuid)
    ORDER BY ${PLACE}, ${SINCE}, r.id LIMIT $5`,
};

/** How many would be passed over if this one were offered a place. */
export const BEFORE_IN_LINE: Statement = {
  name: 'waiting-before',
  text: `SELECT count(*)::int AS before FROM referral own JOIN referral r ON r.service_id = own.service_id
      AND ${IN_LINE} AND r.state IN (${oneOf(WAITS_FOR_AN_OFFER)}) AND (${PLACE}, ${SINCE}, r.id) < (${OWN})
    WHERE own.id = $1`,
};

/** What was offered there to whom, the newest first. */
export const OFFERS: Statement = {
  name: 'service-offers',
  text: `SELECT ${OFFER} FROM attempt a WHERE a.service_id = $1 AND a.state <> 'retracted'
      AND (a.created_at, a.id) < ($2::timestamptz, $3::uuid) ORDER BY a.created_at DESC, a.id DESC LIMIT $4`,
};

const FIRST = ['0', '0001-01-01T00:00:00Z', '00000000-0000-0000-0000-000000000000'] as const;
const AFTER_ALL = ['9999-12-31T00:00:00Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;
const isPlace = (part: string): boolean => /^\d{1,10}$/.test(part) && Number(part) <= NO_PLACE;

/** In JSON, PostgreSQL writes instants in its own way. */
const inOurTime = (offer: Offer): Offer => ({
  ...offer,
  offeredAt: instantFromJson(offer.offeredAt),
  offeredFor: instantFromJson(offer.offeredFor),
  answerBy: offer.answerBy && instantFromJson(offer.answerBy),
});

@Injectable()
export class WaitingListStore {
  async page(tx: Transaction, serviceId: Id, page: PageRequest): Promise<Page<InLine>> {
    const after = keyAfter(page, isPlace, isInstant, isId) ?? FIRST;
    const rows = await tx.query<InLine>(WAITING_LIST, [serviceId, ...after, page.limit + 1]);
    return pageOf(
      rows.map((row) => ({ ...row, lastOffer: row.lastOffer && inOurTime(row.lastOffer) })),
      page.limit,
      ({ placeInLine, since, referralId }) => [String(placeInLine ?? NO_PLACE), since, referralId],
    );
  }

  async before(tx: Transaction, referralId: Id): Promise<number> {
    return (await tx.query<{ before: number }>(BEFORE_IN_LINE, [referralId]))[0]?.before ?? 0;
  }

  async offers(tx: Transaction, serviceId: Id, page: PageRequest): Promise<Page<Offer>> {
    const after = keyAfter(page, isInstant, isId) ?? AFTER_ALL;
    const rows = await tx.query<Offer>(OFFERS, [serviceId, ...after, page.limit + 1]);
    return pageOf(rows, page.limit, ({ offeredAt, attemptId }) => [offeredAt, attemptId]);
  }
}
