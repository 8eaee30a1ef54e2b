import { Injectable } from '@nestjs/common';
import type { Id } from '../../kernel/ids.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { PENDING_LIFE } from '../domain/second-factor.js';
import { later } from '../domain/session.js';

type Now = Transaction & { readonly now: string };

/** Whose password was right, and for which membership. */
export interface PendingSignIn {
  readonly staffId: Id;
  readonly membershipId: Id;
  readonly madeAt: string;
}

const MAKE = `INSERT INTO pending_sign_in (token_hash, staff_id, membership_id, made_at, expires_at) VALUES ($1, $2, $3, $4, $5)`;
const FIND = `SELECT staff_id AS "staffId", membership_id AS "membershipId", made_at AS "madeAt" FROM pending_sign_in
  WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2`;
const USE = 'UPDATE pending_sign_in SET used_at = $2 WHERE token_hash = $1';
const USE_ALL_OF = 'UPDATE pending_sign_in SET used_at = $2 WHERE staff_id = $1 AND used_at IS NULL';
/** A few at a time, on the way of somebody who signs in: no job has to remember it. */
const SWEEP = `DELETE FROM pending_sign_in WHERE token_hash IN (SELECT token_hash FROM pending_sign_in
  WHERE expires_at < $1 ORDER BY expires_at LIMIT 20 FOR UPDATE SKIP LOCKED)`;

@Injectable()
export class PendingSignInStore {
  /** @returns until when it stands */
  async make(tx: Now, tokenHash: Buffer, { staffId, membershipId }: Omit<PendingSignIn, 'madeAt'>): Promise<string> {
    const expiresAt = later(tx.now, PENDING_LIFE);
    await tx.query(SWEEP, [tx.now]);
    await tx.query(MAKE, [tokenHash, staffId, membershipId, tx.now, expiresAt]);
    return expiresAt;
  }

  async find(tx: Now, tokenHash: Buffer): Promise<PendingSignIn | undefined> {
    return (await tx.query<PendingSignIn>(FIND, [tokenHash, tx.now]))[0];
  }

  /** Of two who come with it at once, the second finds it used. */
  async lock(tx: Now, tokenHash: Buffer): Promise<PendingSignIn | undefined> {
    return (await tx.query<PendingSignIn>(`${FIND} FOR UPDATE`, [tokenHash, tx.now]))[0];
  }

  async use(tx: Now, tokenHash: Buffer): Promise<void> {
    await tx.query(USE, [tokenHash, tx.now]);
  }

  async useAllOf(tx: Now, staffId: Id): Promise<void> {
    await tx.query(USE_ALL_OF, [staffId, tx.now]);
  }
}
