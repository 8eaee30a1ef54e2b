import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';

/** Whose link it is: ids alone, to whoever holds its secret. */
export interface HeldLink {
  readonly linkId: Id;
  readonly clientId: Id;
  readonly organisationId: Id;
}

export interface LockedLink {
  readonly codeHash: Buffer;
  readonly language: 'en' | 'fr';
  readonly openUntil: Instant;
  readonly endsAt: Instant;
  readonly openedAt: Instant | null;
  readonly revokedAt: Instant | null;
  readonly misses: number;
  readonly waitUntil: Instant;
}

const FIND: Statement = {
  name: 'hand-link-at',
  text: `SELECT link_id AS "linkId", client_id AS "clientId", organisation_id AS "organisationId" FROM hand_link_at($1)`,
};
/** From here on row-level security shows that one link, and nothing of the client. */
const HOLD: Statement = {
  name: 'hand-link-hold',
  text: `SELECT set_config('app.person', $2, true), set_config('app.client', $2, true), set_config('app.link', $1, true),
    set_config('app.role', 'client', true)`,
};
const READ = `SELECT code_hash AS "codeHash", language, open_until AS "openUntil", ends_at AS "endsAt", opened_at AS "openedAt",
    revoked_at AS "revokedAt", misses, wait_until AS "waitUntil" FROM hand_link WHERE id = $1`;
const LOOK: Statement = { name: 'hand-link-look', text: READ };
/** Two who guess at once are counted one after the other, on whichever replica. */
const LOCK: Statement = { name: 'hand-link-lock', text: `${READ} FOR UPDATE` };
const MISS: Statement = {
  name: 'hand-link-miss',
  text: `UPDATE hand_link SET misses = misses + 1, wait_until = $2::timestamptz + $3 * interval '1 second' WHERE id = $1`,
};
const OPEN: Statement = {
  name: 'hand-link-open',
  text: 'UPDATE hand_link SET opened_at = $2, version = version + 1 WHERE id = $1',
};
const BEGIN_SESSION: Statement = {
  name: 'hand-session-begin',
  text: `INSERT INTO hand_session (id, link_id, client_id, class, token_hash, started_at, expires_at)
    VALUES ($1, $2, $3, 'coordination', $4, $5, $6)`,
};
const SESSION: Statement = {
  name: 'hand-session',
  text: 'SELECT expires_at AS "expiresAt" FROM hand_session WHERE link_id = (SELECT app_link())',
};
const END_SESSION: Statement = {
  name: 'hand-session-end',
  text: 'UPDATE hand_session SET ended_at = $1 WHERE link_id = (SELECT app_link()) AND ended_at IS NULL',
};

type Now = Transaction & { readonly now: Instant };

/** What whoever holds a link reaches: that link, and the session that its code opens. */
@Injectable()
export class HandDoorStore {
  async find(tx: Transaction, tokenHash: Buffer): Promise<HeldLink | undefined> {
    return (await tx.query<HeldLink>(FIND, [tokenHash]))[0];
  }

  /** @param forUpdate where it may be opened or counted */
  async hold(tx: Transaction, { linkId, clientId }: HeldLink, forUpdate: boolean): Promise<LockedLink> {
    await tx.query(HOLD, [linkId, clientId]);
    const [link] = await tx.query<LockedLink>(forUpdate ? LOCK : LOOK, [linkId]);
    if (!link) throw new Error('A link that was found cannot be read by whoever holds it.');
    return link;
  }

  async miss(tx: Now, linkId: Id, seconds: number): Promise<void> {
    await tx.query(MISS, [linkId, tx.now, seconds]);
  }

  async open(
    tx: Now,
    { linkId, clientId }: HeldLink,
    session: { readonly id: Id; readonly tokenHash: Buffer; readonly expiresAt: Instant },
  ): Promise<void> {
    await tx.query(OPEN, [linkId, tx.now]);
    await tx.query(BEGIN_SESSION, [session.id, linkId, clientId, session.tokenHash, tx.now, session.expiresAt]);
  }

  async session(tx: Transaction): Promise<{ readonly expiresAt: Instant } | undefined> {
    return (await tx.query<{ expiresAt: Instant }>(SESSION))[0];
  }

  async endSession(tx: Now): Promise<void> {
    await tx.query(END_SESSION, [tx.now]);
  }
}
