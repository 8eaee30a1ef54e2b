import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { OneTimeLink } from '../../kernel/one-time-link.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';

/** Whose link it is: ids alone, to whoever holds its secret. */
export interface HeldLink {
  readonly linkId: Id;
  /** In whose name its holder acts. */
  readonly personId: Id;
  /** Of the client whom it is about, where it is about one. */
  readonly clientId: Id | null;
  readonly organisationId: Id;
}

export interface LockedLink extends OneTimeLink {
  readonly codeHash: Buffer;
  readonly language: 'en' | 'fr';
  readonly misses: number;
  readonly waitUntil: Instant;
  /** Whether what it leads to is still there for it. */
  readonly stands: boolean;
}

/** One kind of links: two tables named alike, the function that finds one, and who its holder then is to the database. */
export interface LinkTables {
  /** `hand`: tables `hand_link` and `hand_session`, function `hand_link_at`. */
  readonly prefix: string;
  /** The column of that function in whose name the holder acts. */
  readonly person: 'client_id' | 'link_id';
  /** From here on row-level security shows that one link, and nothing of the client. $1 the link, $2 the person. */
  readonly hold: string;
  /** In SQL, once it is held: whether what it leads to is still there for it. */
  readonly stands: string;
}

type Now = Transaction & { readonly now: Instant };

/** What whoever holds a link reaches: that link, and the session that its code opens. */
export class LinkDoor {
  private readonly sql: Readonly<Record<keyof ReturnType<typeof statements>, Statement>>;

  constructor(tables: LinkTables) {
    this.sql = statements(tables);
  }

  async find(tx: Transaction, tokenHash: Buffer): Promise<HeldLink | undefined> {
    return (await tx.query<HeldLink>(this.sql.find, [tokenHash]))[0];
  }

  /** @param forUpdate where it may be opened or counted */
  async hold(tx: Transaction, { linkId, personId }: HeldLink, forUpdate: boolean): Promise<LockedLink> {
    await tx.query(this.sql.hold, [linkId, personId]);
    const [link] = await tx.query<LockedLink>(forUpdate ? this.sql.lock : this.sql.look, [linkId]);
    if (!link) throw new Error('A link that was found cannot be read by whoever holds it.');
    return link;
  }

  async miss(tx: Now, linkId: Id, seconds: number): Promise<void> {
    await tx.query(this.sql.miss, [linkId, tx.now, seconds]);
  }

  async open(
    tx: Now,
    { linkId, clientId }: HeldLink,
    session: { readonly id: Id; readonly tokenHash: Buffer; readonly expiresAt: Instant },
  ): Promise<void> {
    await tx.query(this.sql.open, [linkId, tx.now]);
    await tx.query(this.sql.begin, [session.id, linkId, clientId, session.tokenHash, tx.now, session.expiresAt]);
  }

  async session(tx: Transaction): Promise<{ readonly expiresAt: Instant } | undefined> {
    return (await tx.query<{ expiresAt: Instant }>(this.sql.session))[0];
  }

  async endSession(tx: Now): Promise<void> {
    await tx.query(this.sql.end, [tx.now]);
  }
}

function statements({ prefix, person, hold, stands }: LinkTables) {
  const named = (name: string, text: string): Statement => ({ name: `${prefix}-${name}`, text });
  const read = `SELECT code_hash AS "codeHash", language, open_until AS "openUntil", ends_at AS "endsAt", opened_at AS "openedAt",
    revoked_at AS "revokedAt", misses, wait_until AS "waitUntil",
    ${stands} AS stands FROM ${prefix}_link WHERE id = $1`;
  return {
    find: named(
      'link-at',
      `SELECT link_id AS "linkId", ${person} AS "personId", client_id AS "clientId", organisation_id AS "organisationId"
        FROM ${prefix}_link_at($1)`,
    ),
    hold: named('link-hold', hold),
    look: named('link-look', read),
    /** Two who guess at once are counted one after the other, on whichever replica. */
    lock: named('link-lock', `${read} FOR UPDATE`),
    miss: named(
      'link-miss',
      `UPDATE ${prefix}_link SET misses = misses + 1, wait_until = $2::timestamptz + $3 * interval '1 second' WHERE id = $1`,
    ),
    open: named('link-open', `UPDATE ${prefix}_link SET opened_at = $2, version = version + 1 WHERE id = $1`),
    begin: named(
      'session-begin',
      `INSERT INTO ${prefix}_session (id, link_id, client_id, class, token_hash, started_at, expires_at)
        VALUES ($1, $2, $3, 'coordination', $4, $5, $6)`,
    ),
    session: named(
      'session',
      `SELECT expires_at AS "expiresAt" FROM ${prefix}_session WHERE link_id = (SELECT app_link())`,
    ),
    end: named(
      'session-end',
      `UPDATE ${prefix}_session SET ended_at = $1 WHERE link_id = (SELECT app_link()) AND ended_at IS NULL`,
    ),
  };
}
