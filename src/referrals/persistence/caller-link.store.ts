import { Injectable } from '@nestjs/common';
import type { Id } from '../../kernel/ids.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import { OF_THE_LINE, Words } from '../../platform/sealing/words.js';
import type { CallerLink, CallerLinkWords, ShownCallerLink, TakenNote, TakenReferral } from '../domain/caller-link.js';

interface SealedLink extends CallerLink {
  readonly words: Buffer;
  readonly wrapped: Buffer | null;
}
interface SealedNote extends Omit<TakenNote, 'text'> {
  readonly callerId: Id;
  readonly words: Buffer;
  readonly wrapped: Buffer | null;
}

const SHOWN = `SELECT l.id, l.client_id AS "clientId", l.class, l.caller_id AS "callerId", l.referral_id AS "referralId", l.parts,
    l.how_given AS "howGiven", l.explained_by AS "explainedBy", l.state, l.linked_at AS "linkedAt", l.linked_by AS "linkedBy",
    l.unlinked_at AS "unlinkedAt", l.unlinked_by AS "unlinkedBy", l.words, l.version,
    (SELECT k.wrapped FROM sealing_key k WHERE k.client_id = l.client_id) AS wrapped
  FROM caller_link l`;

export const CALLER_LINK: Statement = { name: 'caller-link', text: `${SHOWN} WHERE l.id = $1` };
/** Standing and past, the newest first. */
export const CALLER_LINKS_OF: Statement = {
  name: 'caller-links-of',
  text: `${SHOWN} WHERE l.client_id = $1 ORDER BY l.linked_at DESC, l.id DESC`,
};
/** Whom a receiver took for this client, where the actor sees both. */
export const TAKEN_FOR: Statement = {
  name: 'caller-taken-for',
  text: 'SELECT caller_taken_as($1, $2) AS "callerId"',
};
/** No row where they are linked already: whoever comes second waits for the first and finds it so. */
const LINK: Statement = {
  name: 'caller-link-make',
  text: `INSERT INTO caller_link (id, client_id, caller_id, referral_id, parts, how_given, explained_by, words, state, linked_at, linked_by, version)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'linked', $9, $10, 1)
    ON CONFLICT (client_id, caller_id) WHERE state = 'linked' DO NOTHING RETURNING id`,
};
const UNLINK: Statement = {
  name: 'caller-link-undo',
  text: `UPDATE caller_link SET state = 'unlinked', unlinked_at = $3, unlinked_by = $4, version = version + 1
    WHERE id = $1 AND version = $2 AND state = 'linked' RETURNING id`,
};
export const TAKEN_NOTES: Statement = {
  name: 'caller-notes-taken-along',
  text: `SELECT l.id AS "linkId", n.id, n.caller_id AS "callerId", n.created_at AS "createdAt", n.updated_at AS "updatedAt", n.words,
      (SELECT k.wrapped FROM caller_key k WHERE k.caller_id = n.caller_id) AS wrapped
    FROM caller_link l JOIN caller_note n ON n.caller_id = l.caller_id AND n.state = 'remembered'
   WHERE l.client_id = $1 AND l.state = 'linked' AND 'remembered' = ANY (l.parts)
   ORDER BY l.linked_at, n.created_at, n.id`,
};
export const TAKEN_REFERRALS: Statement = {
  name: 'caller-referrals-taken-along',
  text: `SELECT link_id AS "linkId", id, asks_for AS "asksFor", urgency, state, state_since AS "stateSince", sent_at AS "sentAt",
    ended_at AS "endedAt" FROM linked_referrals($1)`,
};

@Injectable()
export class CallerLinkStore {
  constructor(private readonly words: Words) {}

  async one(tx: Transaction, id: Id): Promise<ShownCallerLink | undefined> {
    return (await tx.query<SealedLink>(CALLER_LINK, [id])).map((row) => this.opened(row))[0];
  }

  async of(tx: Transaction, clientId: Id): Promise<readonly ShownCallerLink[]> {
    return (await tx.query<SealedLink>(CALLER_LINKS_OF, [clientId])).map((row) => this.opened(row));
  }

  /** Nothing where the actor does not see that this client is whom the caller was taken for. */
  async callerTakenFor(tx: Transaction, clientId: Id, referralId: Id): Promise<Id | undefined> {
    const [taken] = await tx.query<{ callerId: Id | null }>(TAKEN_FOR, [referralId, clientId]);
    return taken?.callerId ?? undefined;
  }

  /** False when the two are linked already. */
  async link(tx: Transaction, link: CallerLink, words: CallerLinkWords): Promise<boolean> {
    const { id, clientId, callerId, referralId, parts, howGiven, explainedBy, linkedAt, linkedBy } = link;
    const sealed = this.words.seal(await this.words.keyOf(tx, clientId), placeOf(id), words);
    const values = [id, clientId, callerId, referralId, parts, howGiven, explainedBy, sealed, linkedAt, linkedBy];
    return (await tx.query(LINK, values)).length === 1;
  }

  /** False when somebody else undid it first. */
  async unlink(tx: Transaction, { id, version }: CallerLink, { at, by }: { at: string; by: Id }): Promise<boolean> {
    return (await tx.query(UNLINK, [id, version, at, by])).length === 1;
  }

  async notes(tx: Transaction, clientId: Id): Promise<readonly TakenNote[]> {
    const rows = await tx.query<SealedNote>(TAKEN_NOTES, [clientId]);
    return rows.flatMap(({ words, wrapped, callerId, ...note }) => {
      if (!wrapped) return [];
      const place = { table: 'caller_note', id: note.id, class: OF_THE_LINE };
      const { text } = this.words.open<{ text: string }>(this.words.unwrapOfCaller(callerId, wrapped), place, words);
      return [{ ...note, text }];
    });
  }

  referrals(tx: Transaction, clientId: Id): Promise<readonly TakenReferral[]> {
    return tx.query<TakenReferral>(TAKEN_REFERRALS, [clientId]);
  }

  /** A shredded key leaves the link and takes what was said with it. */
  private opened({ words, wrapped, ...link }: SealedLink): ShownCallerLink {
    if (!wrapped) return { ...link, words: {} };
    const key = this.words.unwrap(link.clientId, wrapped);
    return { ...link, words: this.words.open<CallerLinkWords>(key, placeOf(link.id), words) };
  }
}

const placeOf = (id: Id) => ({ table: 'caller_link', id, class: 'substance_use' });
