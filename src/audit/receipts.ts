import { Injectable } from '@nestjs/common';
import { newId, type Id } from '../kernel/ids.js';
import { Refusal } from '../kernel/refusal.js';
import type { Statement, Transaction } from '../platform/database/transaction.js';
import type { Tx } from './unit-of-work.js';
import { inFlight, keyReused } from './receipts.problems.js';
import { idTaken } from '../platform/database/database.problems.js';

/** What a request is recognised by. Each HMAC once for every house key, the newest first. */
export interface Receipt {
  readonly made: string;
  readonly content: readonly Buffer[];
  /** Of the Idempotency-Key. */
  readonly key?: readonly Buffer[];
  /** The id that the client chose, and its HMAC. */
  readonly ownId?: Id;
  readonly idSlot?: readonly Buffer[];
  readonly markReplayed: () => void;
}

interface Kept {
  slot: Buffer;
  content: Buffer;
  resource_id: Id;
}

export interface Looked {
  /** False while another request with the same key or id is at work. */
  readonly isMine: boolean;
  readonly kept: readonly Kept[];
}

interface Once {
  readonly id: Id;
  readonly make: (id: Id) => Promise<void>;
  readonly looked: Promise<Looked | undefined>;
}

const LOCK: Statement = {
  name: 'receipt-lock',
  text: `SELECT bool_and(pg_try_advisory_xact_lock(hashtextextended((SELECT app_membership())::text || encode(slot, 'hex'), 11))) AS mine
    FROM unnest($1::bytea[]) slot`,
};
const FIND: Statement = {
  name: 'receipt-find',
  text: 'SELECT slot, content, resource_id FROM receipt WHERE membership_id = (SELECT app_membership()) AND slot = ANY ($1)',
};
const KEEP: Statement = {
  name: 'receipt-keep',
  text: `INSERT INTO receipt (membership_id, slot, content, made, resource_id, at, keep_until)
    SELECT app_membership(), k.slot, $3, $4, $5, $6, $6::timestamptz + k.days * interval '1 day'
      FROM unnest($1::bytea[], $2::int[]) k(slot, days)`,
};
/** Days. An own id is known longer than a key: a phone may have been in a drawer. */
const KEPT = { key: 7, id: 90 } as const;

/** For role `jobs`, once an hour: whoever asks later is told `id_taken`, as by any taken id. */
export const PURGE_RECEIPTS = 'DELETE FROM receipt WHERE keep_until < app_now()';

/** A request that comes twice has its effect once: the second finds the first one's receipt. */
@Injectable()
export class Receipts {
  /**
   * Runs `make` with the id to use, the client's own or a new one, unless this request has been here before. After a
   * replay, read the record again under the grants of now.
   *
   * @throws Refusal `in_flight` while the first is still at work, `idempotency_key_reused` when the key came with other
   *   content, `id_taken` when the id did
   */
  once(
    tx: Tx,
    receipt: Receipt,
    make: (id: Id) => Promise<void>,
    looked = this.look(tx, receipt),
  ): Promise<{ id: Id; replayed: boolean }> {
    return this.onceAs(tx, receipt, { id: receipt.ownId ?? newId(), make, looked });
  }

  /** For what changes a record that is there already, such as a move. Compare versions within `act`, not before. */
  async onceOn(tx: Tx, receipt: Receipt, id: Id, act: () => Promise<void>): Promise<{ replayed: boolean }> {
    return this.onceAs(tx, receipt, { id, make: act, looked: this.look(tx, receipt) });
  }

  /** Takes this request's turn and looks for its receipts; nothing for a request that cannot be recognised. */
  async look(tx: Transaction, receipt: Receipt): Promise<Looked | undefined> {
    const slots = [receipt.key, receipt.idSlot].flatMap((hmacs) => hmacs ?? []);
    if (slots.length === 0) return undefined;
    const [[lock], kept] = await Promise.all([
      tx.query<{ mine: boolean }>(LOCK, [slots]),
      tx.query<Kept>(FIND, [slots]),
    ]);
    return { isMine: lock?.mine ?? false, kept };
  }

  /** Either of them, where the receipts have been looked for already. */
  async onceAs(tx: Tx, receipt: Receipt, { id, make, looked }: Once) {
    const found = await looked;
    if (!found) return make(id).then(() => ({ id, replayed: false }));
    const { isMine, kept } = found;
    if (!isMine) throw new Refusal(inFlight, { retryAfter: 1 });
    const first = this.firstOf(receipt, kept);
    if (first) receipt.markReplayed();
    else await make(id);
    this.keep(tx, receipt, kept, first ?? id);
    return { id: first ?? id, replayed: first !== undefined };
  }

  /** What the first of these requests made. */
  private firstOf(receipt: Receipt, kept: readonly Kept[]): Id | undefined {
    const byKey = kept.find(({ slot }) => isOneOf(receipt.key, slot));
    const byId = kept.find(({ slot }) => isOneOf(receipt.idSlot, slot));
    if (byKey && !isOneOf(receipt.content, byKey.content)) throw new Refusal(keyReused);
    if (byId && !isOneOf(receipt.content, byId.content)) throw new Refusal(idTaken);
    return (byKey ?? byId)?.resource_id;
  }

  private keep(tx: Tx, receipt: Receipt, kept: readonly Kept[], id: Id): void {
    const missing = (['key', 'id'] as const).flatMap((kind) => {
      const hmacs = kind === 'key' ? receipt.key : receipt.idSlot;
      return hmacs?.[0] && !kept.some(({ slot }) => isOneOf(hmacs, slot)) ? [{ slot: hmacs[0], days: KEPT[kind] }] : [];
    });
    if (missing.length === 0) return;
    const [slots, days] = [missing.map(({ slot }) => slot), missing.map((each) => each.days)];
    tx.send(KEEP, [slots, days, receipt.content[0], receipt.made, id, tx.now]);
  }
}

const isOneOf = (hmacs: readonly Buffer[] | undefined, one: Buffer): boolean =>
  hmacs?.some((hmac) => hmac.equals(one)) ?? false;
