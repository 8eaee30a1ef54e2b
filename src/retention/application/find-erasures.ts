import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import type { Page, PageRequest } from '../../kernel/page.js';
import { Refusal } from '../../kernel/refusal.js';
import type { ErasureState } from '../domain/erasure.lifecycle.js';
import { retentionEvents } from '../domain/retention.events.js';
import { ErasureStore } from '../persistence/erasure.store.js';
import { shown, type ShownErasure } from './move-erasure.js';

/** Those of the own organisation. */
@Injectable()
export class FindErasures {
  constructor(
    private readonly work: UnitOfWork,
    private readonly erasures: ErasureStore,
  ) {}

  all(actor: Actor, state: ErasureState | undefined, page: PageRequest): Promise<Page<ShownErasure>> {
    return this.work.runWithoutClients(actor, async (tx) => {
      const found = await this.erasures.page(tx, state, page);
      tx.record(...found.items.map(retentionEvents.erasureRead));
      return { ...found, items: found.items.map((erasure) => shown(tx, erasure)) };
    });
  }

  /** @throws Refusal `not_found` */
  one(actor: Actor, id: Id): Promise<ShownErasure> {
    return this.work.runWithoutClients(actor, async (tx) => {
      const erasure = await this.erasures.find(tx, id);
      if (!erasure) throw new Refusal(notFound);
      tx.record(retentionEvents.erasureRead(erasure));
      return shown(tx, erasure);
    });
  }
}
