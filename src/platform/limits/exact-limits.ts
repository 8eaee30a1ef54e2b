import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../../kernel/refusal.js';
import { Transactions, type Statement } from '../database/transaction.js';
import { tooMany } from './limits.problems.js';

/** So many times within so many seconds, over all replicas. */
export interface ExactLimit {
  readonly name: string;
  readonly times: number;
  readonly within: number;
}

/** One trip, and one row lock for the length of a statement: two at once are counted one after the other. */
const TAKE: Statement = {
  name: 'limit-take',
  text: `INSERT INTO limit_window AS w (subject, used, resets_at) VALUES ($1, 1, now() + $2 * interval '1 second')
    ON CONFLICT (subject) DO UPDATE SET
      used = CASE WHEN w.resets_at <= now() THEN 1 ELSE w.used + 1 END,
      resets_at = CASE WHEN w.resets_at <= now() THEN excluded.resets_at ELSE w.resets_at END
    RETURNING used, ceil(extract(epoch FROM resets_at - now()))::int AS left`,
};

/** For role `jobs`, now and then. */
export const PURGE_LIMITS = `DELETE FROM limit_window WHERE resets_at < now() - interval '1 hour'`;

/** Counts in PostgreSQL, in a transaction of its own: what is refused or rolled back afterwards has counted too. */
@Injectable()
export class ExactLimits {
  constructor(private readonly transactions: Transactions) {}

  /**
   * @param subject whom this counts for, such as an address or an account; only its digest is kept
   * @throws Refusal `too_many` (429) with the seconds to wait, when this is one time too many
   */
  async take({ name, times, within }: ExactLimit, subject: string): Promise<void> {
    const digest = createHash('sha256').update(`${name} ${subject}`).digest();
    const [row] = await this.transactions.run((tx) => tx.query<{ used: number; left: number }>(TAKE, [digest, within]));
    if (!row) throw new Error('A limit was not counted.');
    if (row.used > times) throw new Refusal(tooMany, { retryAfter: Math.max(1, row.left) });
  }
}
