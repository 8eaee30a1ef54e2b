import { Injectable } from '@nestjs/common';
import type { DataClass } from '../../access/policy.js';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import type { HandLink } from '../domain/hand-link.js';

const SHOWN = `l.id, l.client_id AS "clientId", l.code_told AS "codeTold", l.language, l.created_at AS "createdAt",
  l.created_by AS "createdBy", l.open_until AS "openUntil", l.ends_at AS "endsAt", l.opened_at AS "openedAt",
  l.revoked_at AS "revokedAt", l.version`;

const ADD: Statement = {
  name: 'hand-link-add',
  text: `INSERT INTO hand_link (id, client_id, class, token_hash, code_hash, code_told, language, created_at, created_by,
      open_until, ends_at, misses, wait_until, classes, version)
    VALUES ($1, $2, 'coordination', $3, $4, $5, $6, $7, (SELECT app_membership()), $8, $9, 0, $7, $10, 1)`,
};
const LIVES_HERE: Statement = { name: 'hand-link-lives-here', text: 'SELECT client_lives_here($1) AS is' };
const HAND_LINKS: Statement = {
  name: 'hand-links',
  text: `SELECT ${SHOWN} FROM hand_link l WHERE l.client_id = $1 ORDER BY l.created_at DESC, l.id DESC LIMIT 100`,
};
const ONE: Statement = { name: 'hand-link', text: `SELECT ${SHOWN} FROM hand_link l WHERE l.id = $1` };
const TAKE_BACK: Statement = {
  name: 'hand-link-take-back',
  text: 'UPDATE hand_link SET revoked_at = $2, version = version + 1 WHERE id = $1 AND revoked_at IS NULL AND version = $3 RETURNING id',
};

/** As role `jobs`: how many went. */
export const PURGE_HAND_LINKS: Statement = { name: 'purge-hand-links', text: 'SELECT purge_hand_links() AS n' };

export type NewHandLink = Pick<HandLink, 'id' | 'clientId' | 'codeTold' | 'language' | 'openUntil' | 'endsAt'> & {
  readonly tokenHash: Buffer;
  readonly codeHash: Buffer;
  /** What it shows. */
  readonly classes: readonly DataClass[];
};

/** What the care team does with links; the row's access is that of the class coordination. */
@Injectable()
export class HandLinkStore {
  async add(tx: Transaction & { readonly now: Instant }, link: NewHandLink): Promise<void> {
    const { id, clientId, tokenHash, codeHash, codeTold, language, openUntil, endsAt, classes } = link;
    const told = [tokenHash, codeHash, codeTold, language, tx.now, openUntil, endsAt];
    await tx.query(ADD, [id, clientId, ...told, [...classes]]);
  }

  /** Whether the actor's organisation keeps her record. */
  async livesHere(tx: Transaction, clientId: Id): Promise<boolean> {
    return (await tx.query<{ is: boolean }>(LIVES_HERE, [clientId]))[0]?.is ?? false;
  }

  ofClient(tx: Transaction, clientId: Id): Promise<HandLink[]> {
    return tx.query<HandLink>(HAND_LINKS, [clientId]);
  }

  async one(tx: Transaction, id: Id): Promise<HandLink | undefined> {
    return (await tx.query<HandLink>(ONE, [id]))[0];
  }

  /** False where somebody was faster. */
  async takeBack(tx: Transaction & { readonly now: Instant }, { id, version }: HandLink): Promise<boolean> {
    return (await tx.query(TAKE_BACK, [id, tx.now, version])).length > 0;
  }
}
