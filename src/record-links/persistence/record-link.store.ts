import { Injectable } from '@nestjs/common';
import type { Id } from '../../kernel/ids.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import { Words } from '../../platform/sealing/words.js';
import type { LinkWords, Pair, PartedBecause, RecordLink, SetAsideBecause, ShownLink } from '../domain/record-link.js';

interface SealedLink extends RecordLink {
  readonly words: Buffer;
  readonly wrapped: Buffer | null;
}

const SHOWN = `SELECT l.id, l.one_client_id AS "oneClientId", l.other_client_id AS "otherClientId", l.class, l.state,
    l.joined_because AS "joinedBecause", l.agreed_how AS "agreedHow", l.agreed_at AS "agreedAt", l.joined_at AS "joinedAt",
    l.joined_by AS "joinedBy", l.parted_because AS "partedBecause", l.parted_at AS "partedAt", l.parted_by AS "partedBy",
    l.words, l.version, (SELECT k.wrapped FROM sealing_key k WHERE k.client_id = l.one_client_id) AS wrapped
  FROM record_link l`;

const ONE: Statement = { name: 'record-link', text: `${SHOWN} WHERE l.id = $1` };
/** Those of one record, standing and past; a link both ends of which the actor does not see is not there. */
export const LINKS_OF: Statement = {
  name: 'record-links-of',
  text: `${SHOWN} WHERE l.one_client_id = $1 OR l.other_client_id = $1 ORDER BY l.joined_at DESC, l.id DESC`,
};
/** No row where the pair is joined already: whoever comes second waits for the first and finds it so. */
const JOIN: Statement = {
  name: 'record-link-join',
  text: `INSERT INTO record_link (id, one_client_id, other_client_id, class, state, joined_because, agreed_how, agreed_at,
      joined_at, joined_by, words, version) VALUES ($1, $2, $3, 'identity_name', 'joined', $4, $5, $6, $7, $8, $9, 1)
    ON CONFLICT (one_client_id, other_client_id) WHERE state = 'joined' DO NOTHING RETURNING id`,
};
const PART: Statement = {
  name: 'record-link-part',
  text: `UPDATE record_link SET state = 'parted', parted_because = $3, parted_at = $4, parted_by = $5, words = $6,
      version = version + 1 WHERE id = $1 AND version = $2 RETURNING id`,
};
/** How much stands in each record, as far as the actor may know: one line for every thing that was ever written down. */
export const HOLDS: Statement = {
  name: 'record-holds',
  text: `SELECT client_id AS "clientId", kind, count(*)::int AS count FROM change
    WHERE client_id = ANY ($1) AND version = 1 AND kind <> 'client' GROUP BY client_id, kind ORDER BY client_id, kind`,
};
const SET_ASIDE: Statement = {
  name: 'record-pair-set-aside',
  text: `INSERT INTO record_pair_set_aside (one_client_id, other_client_id, because, set_aside_at, set_aside_by)
    VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
};
const SET_ASIDE_OF: Statement = {
  name: 'record-pair-set-aside-of',
  text: `SELECT because, set_aside_at AS "setAsideAt", set_aside_by AS "setAsideBy" FROM record_pair_set_aside
    WHERE one_client_id = $1 AND other_client_id = $2`,
};

/** How much of one kind stands in one record. */
export interface HeldCount {
  readonly clientId: Id;
  readonly kind: string;
  readonly count: number;
}

export interface SetAside {
  readonly because: SetAsideBecause;
  readonly setAsideAt: string;
  readonly setAsideBy: Id;
}

interface Parting {
  readonly because: PartedBecause;
  readonly at: string;
  readonly by: Id;
  readonly words: LinkWords;
}

@Injectable()
export class RecordLinkStore {
  constructor(private readonly words: Words) {}

  async one(tx: Transaction, id: Id): Promise<ShownLink | undefined> {
    const [found] = await tx.query<SealedLink>(ONE, [id]);
    return found && this.opened(found);
  }

  async of(tx: Transaction, clientId: Id): Promise<readonly ShownLink[]> {
    return (await tx.query<SealedLink>(LINKS_OF, [clientId])).map((row) => this.opened(row));
  }

  /** False when the two are joined already. */
  async join(tx: Transaction, link: RecordLink, words: LinkWords): Promise<boolean> {
    const { id, oneClientId, otherClientId, joinedBecause, agreedHow, agreedAt, joinedAt, joinedBy } = link;
    const facts = [joinedBecause, agreedHow, agreedAt, joinedAt, joinedBy];
    const sealed = await this.sealed(tx, link, words);
    return (await tx.query(JOIN, [id, oneClientId, otherClientId, ...facts, sealed])).length === 1;
  }

  /** False when somebody else changed it first. */
  async part(tx: Transaction, link: RecordLink, { because, at, by, words }: Parting): Promise<boolean> {
    const sealed = await this.sealed(tx, link, words);
    return (await tx.query(PART, [link.id, link.version, because, at, by, sealed])).length === 1;
  }

  holds(tx: Transaction, clientIds: readonly Id[]): Promise<HeldCount[]> {
    return tx.query<HeldCount>(HOLDS, [clientIds]);
  }

  /** Once: who comes second finds it as it is. */
  async setAside(tx: Transaction, [one, other]: Pair, { because, setAsideAt, setAsideBy }: SetAside): Promise<void> {
    await tx.query(SET_ASIDE, [one, other, because, setAsideAt, setAsideBy]);
  }

  async setAsideOf(tx: Transaction, pair: Pair): Promise<SetAside | undefined> {
    return (await tx.query<SetAside>(SET_ASIDE_OF, pair))[0];
  }

  private async sealed(tx: Transaction, { id, oneClientId }: RecordLink, words: LinkWords): Promise<Buffer> {
    return this.words.seal(await this.words.keyOf(tx, oneClientId), placeOf(id), words);
  }

  /** A shredded key leaves the link and takes what was said with it. */
  private opened({ words, wrapped, ...link }: SealedLink): ShownLink {
    if (!wrapped) return { ...link, words: {} };
    const key = this.words.unwrap(link.oneClientId, wrapped);
    return { ...link, words: this.words.open<LinkWords>(key, placeOf(link.id), words) };
  }
}

const placeOf = (id: Id) => ({ table: 'record_link', id, class: 'identity_name' });
