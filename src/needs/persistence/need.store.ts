import { Injectable } from '@nestjs/common';
import type { Tx } from '../../audit/unit-of-work.js';
import { BEFORE_ALL, rankKeyOf } from '../../clients/domain/rank.js';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import { pageOf, type Page, type PageRequest } from '../../kernel/page.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { Words } from '../../platform/sealing/words.js';
import type { Need, NeedWords, ShownNeed } from '../domain/need.js';
import type { NeedDomain } from '../domain/need.domains.js';
import type { NeedState } from '../domain/need.lifecycle.js';
import { NeedRow } from './need.row.js';
import { NEED, NEEDS_AS_OF, NEEDS_OF_CLIENTS, NEEDS_PAGE } from './need.statements.js';

type SealedNeed = Omit<ShownNeed, keyof NeedWords> & { readonly words: Buffer; readonly wrapped: Buffer };
type Standing = Pick<Need, 'id' | 'clientId' | 'class' | 'version'>;

export interface NeedsOf {
  readonly clientId: Id;
  readonly state?: NeedState;
  readonly domain?: NeedDomain;
}

@Injectable()
export class NeedStore {
  constructor(private readonly words: Words) {}

  async one(tx: Transaction, id: Id): Promise<ShownNeed | undefined> {
    const [found] = await tx.query<SealedNeed>(NEED, [id]);
    return found && this.opened(found);
  }

  /** Without a state: all but the ones written down by mistake. */
  async page(
    tx: Transaction,
    clientIds: readonly Id[],
    { state, domain }: Pick<NeedsOf, 'state' | 'domain'>,
    { limit, after = BEFORE_ALL }: PageRequest,
  ): Promise<Page<ShownNeed>> {
    const values = [clientIds, state ?? null, domain ?? null, ...after, limit + 1];
    const rows = await tx.query<SealedNeed>(NEEDS_PAGE, values);
    return pageOf(
      rows.map((row) => this.opened(row)),
      limit,
      rankKeyOf,
    );
  }

  /** @param instant as they stood then, under the grants in force now */
  async ofClients(tx: Transaction, clientIds: readonly Id[], instant?: Instant): Promise<readonly ShownNeed[]> {
    const rows =
      instant === undefined
        ? await tx.query<SealedNeed>(NEEDS_OF_CLIENTS, [clientIds])
        : await tx.query<SealedNeed>(NEEDS_AS_OF, [clientIds, instant]);
    return rows.map((row) => this.opened(row));
  }

  async add(tx: Tx, need: Need, words: NeedWords): Promise<void> {
    const row: Need & { words: Buffer } = { ...need, words: await this.sealed(tx, need, words) };
    await tx.entities.insert(NeedRow, row);
  }

  /** False when somebody else changed it first. */
  async change(tx: Tx, need: Standing, to: Partial<Need>, words: NeedWords): Promise<boolean> {
    const row = {
      ...to,
      words: await this.sealed(tx, need, words),
      updatedAt: tx.now,
      updatedBy: tx.actor.membershipId,
      version: need.version + 1,
    };
    const { id, version } = need;
    const { affected } = await tx.entities.update(NeedRow, { id, version }, row);
    return affected === 1;
  }

  private async sealed(tx: Tx, { id, clientId, class: dataClass }: Omit<Standing, 'version'>, words: NeedWords) {
    return this.words.seal(await this.words.keyOf(tx, clientId), { table: 'need', id, class: dataClass }, words);
  }

  private opened({ wrapped, words, ...need }: SealedNeed): ShownNeed {
    const key = this.words.unwrap(need.clientId, wrapped);
    return { ...need, ...this.words.open<NeedWords>(key, { table: 'need', id: need.id, class: need.class }, words) };
  }
}
