import { Injectable } from '@nestjs/common';
import type { Id } from '../../kernel/ids.js';
import { pageOf, type Page, type PageRequest } from '../../kernel/page.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import type { Notice, Telling } from '../domain/notice.js';
import { selected } from './task.columns.js';

const COLUMNS = {
  id: 'id',
  kind: 'kind',
  sourceKind: 'source_kind',
  sourceId: 'source_id',
  clientId: 'client_id',
  class: 'class',
  state: 'state',
  createdAt: 'created_at',
  readAt: 'read_at',
  version: 'version',
} as const satisfies Record<keyof Notice, string>;

const FIND: Statement = { name: 'notice-find', text: `SELECT ${selected(COLUMNS)} FROM notice WHERE id = $1` };
const newest = (name: string, condition: string): Statement => ({
  name,
  text: `SELECT ${selected(COLUMNS)} FROM notice WHERE membership_id = (SELECT app_membership())${condition}
    AND (created_at, id) < ($1::timestamptz, $2::uuid) ORDER BY created_at DESC, id DESC LIMIT $3`,
});
const ALL = newest('notice-list', '');
const UNREAD = newest('notice-list-unread', ` AND state = 'unread'`);
const UPDATE: Statement = {
  name: 'notice-update',
  text: `UPDATE notice SET state = $3, read_at = $4, version = $2 + 1 WHERE id = $1 AND version = $2 RETURNING version`,
};
const TELL: Statement = { name: 'tell', text: 'SELECT tell($1, $2, $3, $4, $5, $6, $7, $8, $9)' };

const AFTER_ALL = ['9999-12-31T00:00:00Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

/** Row-level security shows a membership its own notices, and of those the ones whose class it may read now. */
@Injectable()
export class NoticeStore {
  async find(tx: Transaction, id: Id): Promise<Notice | undefined> {
    return (await tx.query<Notice>(FIND, [id]))[0];
  }

  /** Newest first. */
  async list(tx: Transaction, unread: boolean, { limit, after = AFTER_ALL }: PageRequest): Promise<Page<Notice>> {
    const rows = await tx.query<Notice>(unread ? UNREAD : ALL, [...after, limit + 1]);
    return pageOf(rows, limit, ({ createdAt, id }) => [createdAt, id]);
  }

  /** @returns false when the notice is no longer at this version */
  async update(tx: Transaction, { id, version }: Notice, next: Pick<Notice, 'state' | 'readAt'>): Promise<boolean> {
    return (await tx.query(UPDATE, [id, version, next.state, next.readAt])).length === 1;
  }

  /** In the same transaction as what it tells of. The teller sees neither the notice nor whether anybody was told. */
  async tell(tx: Transaction, { to, ...of }: Telling): Promise<void> {
    const owner = [to.ownerMembershipId, to.ownerOrganisationId, to.ownerRole];
    const source = [of.kind, of.sourceKind, of.sourceId, of.clientId, of.class, String(of.occasion)];
    await tx.query(TELL, [...owner, ...source]);
  }
}
