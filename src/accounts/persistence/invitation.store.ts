import { Injectable } from '@nestjs/common';
import type { Id } from '../../kernel/ids.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { INVITATION_LIFE, later } from '../domain/session.js';

type Now = Transaction & { readonly now: string };

export interface Invitation {
  readonly id: Id;
  /** Nobody's account yet: the first administrator's. */
  readonly staffId: Id | null;
  /** Printed by the host, and not handed on by an administrator. */
  readonly byHost: boolean;
}

export interface NewInvitation extends Omit<Invitation, 'byHost'> {
  readonly tokenHash: Buffer;
  /** The membership of whoever invites; nobody's when the host does. */
  readonly by: Id | undefined;
}

/** One open invitation an account, and one first administrator: whoever makes them takes turns. */
const TURN = `SELECT pg_advisory_xact_lock(hashtextextended('invitation ' || $1, 7))`;
const WITHDRAW = `UPDATE invitation SET withdrawn_at = $2
  WHERE staff_id = $1 AND accepted_at IS NULL AND withdrawn_at IS NULL`;
const MAKE = `INSERT INTO invitation (id, staff_id, token_hash, created_at, created_by, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6)`;
const STANDING = `SELECT id, staff_id AS "staffId", created_by IS NULL AS "byHost" FROM invitation
  WHERE token_hash = $1 AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > $2`;
const ACCEPT = 'UPDATE invitation SET accepted_at = $2 WHERE id = $1';

@Injectable()
export class InvitationStore {
  /** To the first administrator. Held until the transaction ends, and taken before any invitation is locked. */
  async takeTurn(tx: Now): Promise<void> {
    await tx.query(TURN, ['first administrator']);
  }

  /**
   * An account's, in place of the one before. The first administrator's stand beside each other, since each replica
   * prints its own, until one of them was taken.
   */
  async add(tx: Now, { id, staffId, tokenHash, by }: NewInvitation): Promise<string> {
    const expiresAt = later(tx.now, INVITATION_LIFE);
    if (staffId !== null) {
      await tx.query(TURN, [staffId]);
      await tx.query(WITHDRAW, [staffId, tx.now]);
    }
    await tx.query(MAKE, [id, staffId, tokenHash, tx.now, by ?? null, expiresAt]);
    return expiresAt;
  }

  async standing(tx: Now, tokenHash: Buffer): Promise<Invitation | undefined> {
    return (await tx.query<Invitation>(STANDING, [tokenHash, tx.now]))[0];
  }

  /** Locked: of two who take it at once, the second finds that it no longer stands. */
  async lockStanding(tx: Now, tokenHash: Buffer): Promise<Invitation | undefined> {
    return (await tx.query<Invitation>(`${STANDING} FOR UPDATE`, [tokenHash, tx.now]))[0];
  }

  async accept(tx: Now, id: Id): Promise<void> {
    await tx.query(ACCEPT, [id, tx.now]);
  }
}
