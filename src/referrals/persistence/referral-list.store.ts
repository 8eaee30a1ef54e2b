import { Injectable } from '@nestjs/common';
import type { Id } from '../../kernel/ids.js';
import { pageOf, type Page, type PageRequest } from '../../kernel/page.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import { Words } from '../../platform/sealing/words.js';
import type { ShownMove, ShownReferral } from '../domain/referral.js';
import { ReferralStore, type ListedReferral } from './referral.store.js';
import { followed, HISTORY, listedFrom } from './referral.statements.js';

const PAGE = '(r.created_at, r.id) < ($2::timestamptz, $3::uuid) ORDER BY r.created_at DESC, r.id DESC LIMIT $4';

export const REFERRALS_OF_CLIENTS: Statement = {
  name: 'referrals-of-clients',
  text: listedFrom('referral', `WHERE r.client_id = ANY ($1) AND ${PAGE}`),
};
export const REFERRALS_OF_CALLER: Statement = {
  name: 'referrals-of-caller',
  text: listedFrom('referral', `WHERE r.caller_id = $1 AND ${PAGE}`),
};

/** One referral is followed by a few; with a bound PostgreSQL walks the index for each, and never reads the whole table. */
const MOST_THAT_FOLLOW = 1_000;

/** Every hop that the actor sees, from the first one that they see: what is not visible is not there, nor what lies behind it. */
export const CHAIN: Statement = {
  name: 'referral-chain',
  text: `WITH RECURSIVE before AS (
      SELECT id, follows_id, client_id, caller_id FROM referral WHERE id = $1
      UNION SELECT f.id, f.follows_id, f.client_id, f.caller_id FROM before b
        JOIN referral f ON f.id = b.follows_id AND ${followed('f', 'b')}),
    hop AS (SELECT id, client_id, caller_id FROM before
      UNION SELECT n.id, n.client_id, n.caller_id FROM hop h
        CROSS JOIN LATERAL (SELECT id, client_id, caller_id FROM referral r
          WHERE r.follows_id = h.id AND ${followed('h', 'r')} LIMIT ${MOST_THAT_FOLLOW}) n)
    ${listedFrom(
      'referral',
      `WHERE r.id = ANY (ARRAY(SELECT id FROM hop)) AND (r.created_at, r.id) > ($2::timestamptz, $3::uuid)
        ORDER BY r.created_at, r.id LIMIT $4`,
    )}`,
};

const AFTER_ALL = ['9999-12-31T00:00:00Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;
const BEFORE_ALL = ['-infinity', '00000000-0000-0000-0000-000000000000'] as const;

@Injectable()
export class ReferralListStore {
  constructor(
    private readonly words: Words,
    private readonly referrals: ReferralStore,
  ) {}

  /** Newest first. */
  ofClients(tx: Transaction, clientIds: readonly Id[], page: PageRequest): Promise<Page<ShownReferral>> {
    return this.page(tx, REFERRALS_OF_CLIENTS, clientIds, page);
  }

  /** Newest first. */
  ofCaller(tx: Transaction, callerId: Id, page: PageRequest): Promise<Page<ShownReferral>> {
    return this.page(tx, REFERRALS_OF_CALLER, callerId, page);
  }

  /** As they were drafted. */
  async chain(tx: Transaction, id: Id, { limit, after }: PageRequest): Promise<Page<ShownReferral>> {
    const rows = await tx.query<ListedReferral>(CHAIN, [id, ...(after ?? BEFORE_ALL), limit + 1]);
    return pageOf(await this.referrals.listed(tx, rows), limit, ({ createdAt, id: last }) => [createdAt, last]);
  }

  /** As they were made. */
  async history(tx: Transaction, referral: ShownReferral, { limit, after }: PageRequest): Promise<Page<ShownMove>> {
    const values = [referral.id, ...(after ?? BEFORE_ALL), limit + 1];
    const [rows, key] = await Promise.all([
      tx.query<Omit<ShownMove, 'note'> & { words: Buffer | null }>(HISTORY, values),
      this.referrals.readingKey(tx, referral),
    ]);
    const moves = rows.map(({ words, ...made }) => {
      const place = { table: 'referral_move', id: made.id, class: made.class };
      return { ...made, note: words && key ? this.words.open<{ note: string }>(key, place, words).note : null };
    });
    return pageOf(moves, limit, ({ at, id }) => [at, id]);
  }

  private async page(tx: Transaction, statement: Statement, of: unknown, { limit, after }: PageRequest) {
    const rows = await tx.query<ListedReferral>(statement, [of, ...(after ?? AFTER_ALL), limit + 1]);
    const listed = await this.referrals.listed(tx, rows);
    return pageOf(listed, limit, ({ createdAt, id }) => [createdAt, id]);
  }
}
