import { Injectable } from '@nestjs/common';
import type { Role } from '../../access/policy.js';
import type { Id } from '../../kernel/ids.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import type { RefreshToken } from '../domain/refresh.js';
import { later, SESSION_IDLE, SESSION_LIFE, type ListedSession } from '../domain/session.js';

type Now = Transaction & { readonly now: string };

export interface NewSession {
  readonly id: Id;
  readonly staffId: Id;
  readonly membershipId: Id;
  /** When the second factor was shown. */
  readonly verifiedAt: string | null;
  readonly device: string | undefined;
  readonly addressHash: Buffer | undefined;
}

/** A session found by a refresh token, locked; `stands` is what `enter` would say of it. */
export interface RefreshedSession extends RefreshToken {
  readonly sessionId: Id;
  readonly personId: Id;
  readonly membershipId: Id;
  readonly organisationId: Id;
  readonly role: Role;
  readonly startedAt: string;
  readonly stands: boolean;
  readonly successor: Buffer | null;
}

const START = `INSERT INTO session (id, staff_id, membership_id, started_at, last_used_at, expires_at, device, address_hash, verified_at)
  VALUES ($1, $2, $3, $4, $4, $5, $6, $7, $8)`;
const GIVE = 'INSERT INTO refresh_token (hash, session_id, issued_at) VALUES ($1, $2, $3)';

/** Everything about one session takes turns here: two refreshes, or a refresh and an ending. */
const LOCK_BY_TOKEN: Statement = {
  name: 'session-lock-by-token',
  text: 'SELECT id FROM session WHERE id = (SELECT session_id FROM refresh_token WHERE hash = $1) FOR UPDATE',
};
const REFRESHED: Statement = {
  name: 'session-refreshed',
  text: `SELECT s.id AS "sessionId", s.staff_id AS "personId", m.id AS "membershipId", m.organisation_id AS "organisationId",
      m.role, s.started_at AS "startedAt", t.used_at, t.superseded_at, t.successor,
      n.issued_at AS successor_issued_at, coalesce(n.used_at IS NULL AND n.superseded_at IS NULL, false) AS successor_untouched,
      s.ended_at IS NULL AND s.expires_at > $2 AND m.ended_at IS NULL AND p.disabled_at IS NULL AND o.closed_at IS NULL AS stands
    FROM refresh_token t
    JOIN session s ON s.id = t.session_id
    JOIN membership m ON m.id = s.membership_id
    JOIN staff p ON p.id = s.staff_id
    JOIN organisation o ON o.id = m.organisation_id
    LEFT JOIN refresh_token n ON n.hash = t.successor
    WHERE t.hash = $1`,
};
const USE = 'UPDATE refresh_token SET used_at = coalesce(used_at, $2), successor = $3 WHERE hash = $1';
const SUPERSEDE = 'UPDATE refresh_token SET superseded_at = $2 WHERE hash = $1';
const PROLONG = 'UPDATE session SET last_used_at = $2, expires_at = $3 WHERE id = $1';
const END = 'UPDATE session SET ended_at = $3 WHERE id = $1 AND staff_id = $2 AND ended_at IS NULL RETURNING id';
const END_OTHERS =
  'UPDATE session SET ended_at = $3 WHERE staff_id = $1 AND id <> $2 AND ended_at IS NULL RETURNING id';
const OF_PERSON = `SELECT id, membership_id AS "membershipId", started_at AS "startedAt",
    coalesce(last_used_at, started_at) AS "lastUsedAt", expires_at AS "expiresAt", device
  FROM session WHERE staff_id = $1 AND ended_at IS NULL AND expires_at > $2 ORDER BY started_at DESC, id DESC LIMIT 200`;
const STOOD_AT = `SELECT FROM session WHERE staff_id = $1 AND address_hash = $2 AND started_at > $3 LIMIT 1`;

/** Nobody's session: with it, ending "the others" ends all. */
export const NO_SESSION: Id = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class SessionStore {
  async start(tx: Now, session: NewSession): Promise<string> {
    const { id, staffId, membershipId, device, addressHash, verifiedAt } = session;
    const expiresAt = later(tx.now, SESSION_IDLE);
    const from = [device ?? null, addressHash ?? null];
    await tx.query(START, [id, staffId, membershipId, tx.now, expiresAt, ...from, verifiedAt]);
    return expiresAt;
  }

  async giveToken(tx: Now, sessionId: Id, hash: Buffer): Promise<void> {
    await tx.query(GIVE, [hash, sessionId, tx.now]);
  }

  async lockByToken(tx: Now, hash: Buffer): Promise<RefreshedSession | undefined> {
    await tx.query(LOCK_BY_TOKEN, [hash]);
    return (await tx.query<RefreshedSession>(REFRESHED, [hash, tx.now]))[0];
  }

  /** Gives `next` in exchange for `hash`, and in place of an earlier exchange that never arrived. */
  async exchange(tx: Now, session: RefreshedSession, hash: Buffer, next: Buffer): Promise<string> {
    if (session.successor) await tx.query(SUPERSEDE, [session.successor, tx.now]);
    await this.giveToken(tx, session.sessionId, next);
    await tx.query(USE, [hash, tx.now, next]);
    const idle = later(tx.now, SESSION_IDLE);
    const longest = later(session.startedAt, SESSION_LIFE);
    const expiresAt = idle < longest ? idle : longest;
    await tx.query(PROLONG, [session.sessionId, tx.now, expiresAt]);
    return expiresAt;
  }

  /** Whether there was one of this person's to end. */
  async end(tx: Now, personId: Id, sessionId: Id): Promise<boolean> {
    return (await tx.query(END, [sessionId, personId, tx.now])).length > 0;
  }

  /** How many of the person's sessions ended. */
  async endOthers(tx: Now, personId: Id, except: Id): Promise<number> {
    return (await tx.query(END_OTHERS, [personId, except, tx.now])).length;
  }

  ofPerson(tx: Now, personId: Id): Promise<readonly ListedSession[]> {
    return tx.query<ListedSession>(OF_PERSON, [personId, tx.now]);
  }

  /** Whether somebody signed in to this account at this address in the time before. */
  async stoodAt(tx: Now, personId: Id | null, place: { addressHash: Buffer; since: string }): Promise<boolean> {
    return (await tx.query(STOOD_AT, [personId, place.addressHash, place.since])).length > 0;
  }
}
