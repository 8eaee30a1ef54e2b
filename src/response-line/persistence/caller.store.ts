import { Injectable } from '@nestjs/common';
import { isInstant } from '../../kernel/civil-time.js';
import { isId, type Id } from '../../kernel/ids.js';
import { keyAfter, pageOf, type Page, type PageRequest } from '../../kernel/page.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import { OF_THE_LINE, Words } from '../../platform/sealing/words.js';
import type { Caller, CallerWords, ShownCaller } from '../domain/caller.js';

interface SealedCaller extends Caller {
  readonly words: Buffer;
  readonly wrapped: Buffer | null;
}

const FIELDS = `c.id, c.organisation_id AS "organisationId", c.language, c.may_be_called_back AS "mayBeCalledBack",
    c.created_at AS "createdAt", c.created_by AS "createdBy", c.updated_at AS "updatedAt", c.updated_by AS "updatedBy",
    c.version, c.words, (SELECT k.wrapped FROM caller_key k WHERE k.caller_id = c.id) AS wrapped`;

export const CALLERS: Statement = {
  name: 'callers',
  text: `SELECT ${FIELDS} FROM unnest($1::uuid[]) WITH ORDINALITY asked(id, place) JOIN caller c ON c.id = asked.id ORDER BY asked.place`,
};
/** Whom the line heard of last comes first. */
export const CALLER_PAGE: Statement = {
  name: 'caller-page',
  text: `SELECT ${FIELDS} FROM caller c WHERE c.organisation_id = (SELECT app_organisation())
      AND (c.updated_at, c.id) < ($1::timestamptz, $2::uuid) ORDER BY c.updated_at DESC, c.id DESC LIMIT $3`,
};
const FROM_THE_START = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

const ADD: Statement = {
  name: 'caller-add',
  text: `INSERT INTO caller (id, organisation_id, language, may_be_called_back, words, created_at, created_by, updated_at, updated_by, version)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $6, $7, 1)`,
};
const CHANGE: Statement = {
  name: 'caller-change',
  text: `UPDATE caller SET language = $3, may_be_called_back = $4, words = $5, updated_at = $6, updated_by = $7, version = version + 1
    WHERE id = $1 AND version = $2 RETURNING id`,
};

/** Who did it, and when. */
export interface Signed {
  readonly by: Id;
  readonly at: string;
}

@Injectable()
export class CallerStore {
  constructor(private readonly words: Words) {}

  async one(tx: Transaction, id: Id): Promise<ShownCaller | undefined> {
    return (await this.some(tx, [id]))[0];
  }

  /** In the order asked for. */
  async some(tx: Transaction, ids: readonly Id[]): Promise<readonly ShownCaller[]> {
    return (await tx.query<SealedCaller>(CALLERS, [ids])).map((row) => this.opened(row));
  }

  async page(tx: Transaction, page: PageRequest): Promise<Page<ShownCaller>> {
    const after = keyAfter(page, isInstant, isId) ?? FROM_THE_START;
    const rows = await tx.query<SealedCaller>(CALLER_PAGE, [...after, page.limit + 1]);
    const callers = rows.map((row) => this.opened(row));
    return pageOf(callers, page.limit, ({ updatedAt, id }) => [updatedAt, id]);
  }

  /** Nobody changes it until the commit. */
  async hold(tx: Transaction, id: Id): Promise<void> {
    await tx.query('SELECT FROM caller WHERE id = $1 FOR NO KEY UPDATE', [id]);
  }

  /** With a key of its own. */
  async add(tx: Transaction & { now: string }, caller: Caller, words: CallerWords): Promise<void> {
    const key = this.words.newKey();
    const { id, organisationId, language, mayBeCalledBack, createdAt, createdBy } = caller;
    const sealed = this.words.seal(key, placeOf(id), words);
    await tx.query(ADD, [id, organisationId, language, mayBeCalledBack, sealed, createdAt, createdBy]);
    await this.words.keepForCaller(tx, id, key);
  }

  /** False when somebody else changed it first. */
  async change(tx: Transaction, to: Caller, words: CallerWords, { by, at }: Signed): Promise<boolean> {
    const { id, version, language, mayBeCalledBack } = to;
    const sealed = this.words.seal(await this.words.keyOfCaller(tx, id), placeOf(id), words);
    return (await tx.query(CHANGE, [id, version, language, mayBeCalledBack, sealed, at, by])).length === 1;
  }

  /** A shredded key leaves the row and takes what was said with it. */
  private opened({ words, wrapped, ...caller }: SealedCaller): ShownCaller {
    if (!wrapped) return { ...caller, words: {} };
    const key = this.words.unwrapOfCaller(caller.id, wrapped);
    return { ...caller, words: this.words.open<CallerWords>(key, placeOf(caller.id), words) };
  }
}

const placeOf = (id: Id) => ({ table: 'caller', id, class: OF_THE_LINE });
