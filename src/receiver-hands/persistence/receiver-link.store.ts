import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import { Words } from '../../platform/sealing/words.js';
import type { ReceiverLink, ReceiverLinkWords } from '../domain/receiver-link.js';

const SHOWN = `l.id, l.referral_id AS "referralId", l.client_id AS "clientId", l.caller_id AS "callerId", l.code_told AS "codeTold",
  l.language, l.created_at AS "createdAt", l.created_by AS "createdBy", l.open_until AS "openUntil", l.ends_at AS "endsAt",
  l.opened_at AS "openedAt", l.revoked_at AS "revokedAt", l.version`;

const ADD: Statement = {
  name: 'receiver-link-add',
  text: `INSERT INTO receiver_link (id, referral_id, client_id, caller_id, class, token_hash, code_hash, code_told, language, words,
      created_at, created_by, open_until, ends_at, misses, wait_until, version)
    VALUES ($1, $2, $3, $4, 'coordination', $5, $6, $7, $8, $9, $10, (SELECT app_membership()), $11, $12, 0, $10, 1)`,
};
const LINKS: Statement = {
  name: 'receiver-links',
  text: `SELECT ${SHOWN} FROM receiver_link l WHERE l.referral_id = $1 ORDER BY l.created_at DESC, l.id DESC LIMIT 100`,
};
const ONE: Statement = { name: 'receiver-link', text: `SELECT ${SHOWN} FROM receiver_link l WHERE l.id = $1` };
const TAKE_BACK: Statement = {
  name: 'receiver-link-take-back',
  text: `UPDATE receiver_link SET revoked_at = $2, version = version + 1
    WHERE id = $1 AND revoked_at IS NULL AND version = $3 RETURNING id`,
};

export type NewReceiverLink = Pick<
  ReceiverLink,
  'id' | 'referralId' | 'clientId' | 'callerId' | 'codeTold' | 'language' | 'openUntil' | 'endsAt'
> & { readonly tokenHash: Buffer; readonly codeHash: Buffer };

type Now = Transaction & { readonly now: Instant };

/** What the sender does with links. Row-level security shows them where it shows the referral. */
@Injectable()
export class ReceiverLinkStore {
  constructor(private readonly words: Words) {}

  async add(tx: Now, link: NewReceiverLink, words: ReceiverLinkWords): Promise<void> {
    const { id, referralId, clientId, callerId, tokenHash, codeHash, codeTold, language, openUntil, endsAt } = link;
    const key =
      clientId === null ? await this.words.keyOfCaller(tx, callerId ?? '') : await this.words.keyOf(tx, clientId);
    const sealed = this.words.seal(key, { table: 'receiver_link', id, class: 'coordination' }, words);
    const whose = [id, referralId, clientId, callerId];
    await tx.query(ADD, [...whose, tokenHash, codeHash, codeTold, language, sealed, tx.now, openUntil, endsAt]);
  }

  ofReferral(tx: Transaction, referralId: Id): Promise<ReceiverLink[]> {
    return tx.query<ReceiverLink>(LINKS, [referralId]);
  }

  async one(tx: Transaction, id: Id): Promise<ReceiverLink | undefined> {
    return (await tx.query<ReceiverLink>(ONE, [id]))[0];
  }

  /** False where somebody was faster. */
  async takeBack(tx: Now, { id, version }: ReceiverLink): Promise<boolean> {
    return (await tx.query(TAKE_BACK, [id, tx.now, version])).length > 0;
  }
}
