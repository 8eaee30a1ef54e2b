import { Injectable } from '@nestjs/common';
import { type Id, isId } from '../../kernel/ids.js';
import { isInstant } from '../../kernel/civil-time.js';
import { pageOf, type Page, type PageRequest, keyAfter } from '../../kernel/page.js';
import { sqlState, type Statement, type Transaction } from '../../platform/database/transaction.js';
import { Words } from '../../platform/sealing/words.js';
import type { BreakGlass, BreakGlassWords, ReviewOutcome, ShownBreakGlass } from '../domain/break-glass.js';
import type { BreakGlassState } from '../domain/break-glass.lifecycle.js';

interface SealedBreakGlass extends Omit<ShownBreakGlass, 'words'> {
  readonly sealed: Buffer | null;
  readonly wrapped: Buffer | null;
}

/** What a move changes. */
export interface BreakGlassChange {
  readonly state: BreakGlassState;
  readonly closedAt: string | null;
  readonly closedBy: Id | null;
  readonly outcome: ReviewOutcome | null;
  readonly reviewedAt: string | null;
  readonly reviewedBy: Id | null;
  readonly reviewedByPerson: Id | null;
  readonly words: BreakGlassWords;
}

const SHOWN = `SELECT b.id, b.client_id AS "clientId", b.membership_id AS "membershipId", b.person_id AS "personId",
    b.organisation_id AS "organisationId", p.display_name AS "workerName", o.name AS "organisationName", b.role, b.because, b.state, b.opened_at AS "openedAt", b.ends_at AS "endsAt",
    b.closed_at AS "closedAt", b.closed_by AS "closedBy", b.review_due_at AS "reviewDueAt", b.outcome,
    b.reviewed_at AS "reviewedAt", b.reviewed_by AS "reviewedBy", b.version, b.words AS sealed,
    coalesce((SELECT k.wrapped FROM sealing_key k WHERE k.client_id = b.client_id), sealing_key_for_review(b.client_id)) AS wrapped
  FROM break_glass b JOIN staff p ON p.id = b.person_id JOIN organisation o ON o.id = b.organisation_id`;
const ONE: Statement = { name: 'break-glass', text: `${SHOWN} WHERE b.id = $1` };
/** What is due first, first. */
const board = (name: string, condition: string): Statement => ({
  name,
  text: `${SHOWN} WHERE ${condition} AND (b.review_due_at, b.id) > ($1::timestamptz, $2::uuid)
    ORDER BY b.review_due_at, b.id LIMIT $3`,
});
const UNREVIEWED = board('break-glass-unreviewed', `b.state <> 'reviewed'`);
const REVIEWED = board('break-glass-reviewed', `b.state = 'reviewed'`);
const STANDING: Statement = {
  name: 'break-glass-standing',
  text: `${SHOWN} WHERE b.membership_id = $1 AND b.client_id = $2 AND coalesce(b.closed_at, b.ends_at) > $3`,
};
const TURN = `SELECT pg_advisory_xact_lock(hashtextextended('break glass ' || $1::uuid || $2::uuid, 7))`;
const OPEN = `INSERT INTO break_glass (id, client_id, membership_id, person_id, organisation_id, role, because, state, opened_at,
    ends_at, review_due_at, version) VALUES ($1, $2, $3, $4, $5, $6, $7, 'open', $8, $9, $10, 1)`;
const KEEP_WORDS = 'UPDATE break_glass SET words = $2 WHERE id = $1';
const MOVE = `UPDATE break_glass SET state = $3, closed_at = $4, closed_by = $5, outcome = $6, reviewed_at = $7, reviewed_by = $8,
    reviewed_by_person = $9, words = coalesce($10, words), version = version + 1 WHERE id = $1 AND version = $2 RETURNING id`;

const BEFORE_ALL = ['-infinity', '00000000-0000-0000-0000-000000000000'] as const;
const NO_SUCH_CLIENT = '23503';

@Injectable()
export class BreakGlassStore {
  constructor(private readonly words: Words) {}

  async one(tx: Transaction, id: Id): Promise<ShownBreakGlass | undefined> {
    const [found] = await tx.query<SealedBreakGlass>(ONE, [id]);
    return found && this.opened(found);
  }

  async board(tx: Transaction, reviewed: boolean, page: PageRequest): Promise<Page<ShownBreakGlass>> {
    const after = keyAfter(page, isInstant, isId) ?? BEFORE_ALL;
    const rows = await tx.query<SealedBreakGlass>(reviewed ? REVIEWED : UNREVIEWED, [...after, page.limit + 1]);
    return pageOf(
      rows.map((row) => this.opened(row)),
      page.limit,
      ({ reviewDueAt, id }) => [reviewDueAt, id],
    );
  }

  /** The one that stands, once it is this request's turn: of two at once, the second finds the first. */
  async standing(
    tx: Transaction & { now: string },
    membershipId: Id,
    clientId: Id,
  ): Promise<ShownBreakGlass | undefined> {
    await tx.query(TURN, [membershipId, clientId]);
    const [found] = await tx.query<SealedBreakGlass>(STANDING, [membershipId, clientId, tx.now]);
    return found && this.opened(found);
  }

  /**
   * First the row, from which the grant follows; then the reason, under the key that the grant shows.
   *
   * @returns false when there is no such client; the transaction is lost then
   */
  async open(tx: Transaction, record: BreakGlass, words: BreakGlassWords): Promise<boolean> {
    const { id, clientId, membershipId, personId, organisationId, role, because } = record;
    const who = [membershipId, personId, organisationId, role];
    try {
      await tx.query(OPEN, [id, clientId, ...who, because, record.openedAt, record.endsAt, record.reviewDueAt]);
    } catch (fault) {
      if (sqlState(fault) === NO_SUCH_CLIENT) return false;
      throw fault;
    }
    await tx.query(KEEP_WORDS, [id, this.words.seal(await this.words.keyOf(tx, clientId), placeOf(id), words)]);
    return true;
  }

  /** False when somebody else moved it first. */
  async move(tx: Transaction, { id, version, clientId }: BreakGlass, to: BreakGlassChange): Promise<boolean> {
    const review = [to.reviewedAt, to.reviewedBy, to.reviewedByPerson];
    const [row] = await tx.query<SealedBreakGlass>(ONE, [id]);
    const key = row?.wrapped ? this.words.unwrap(clientId, row.wrapped) : undefined;
    const sealed = key ? this.words.seal(key, placeOf(id), to.words) : null;
    const facts = [to.state, to.closedAt, to.closedBy, to.outcome, ...review, sealed];
    return (await tx.query(MOVE, [id, version, ...facts])).length === 1;
  }

  private opened({ sealed, wrapped, ...record }: SealedBreakGlass): ShownBreakGlass {
    if (!sealed || !wrapped) return { ...record, words: {} };
    const key = this.words.unwrap(record.clientId, wrapped);
    return { ...record, words: this.words.open<BreakGlassWords>(key, placeOf(record.id), sealed) };
  }
}

const placeOf = (id: Id) => ({ table: 'break_glass', id, class: 'coordination' });
