import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import type { Page, PageRequest } from '../../kernel/page.js';
import { boardEmpty, breakGlassDone } from '../domain/break-glass.events.js';
import { BreakGlassStore } from '../persistence/break-glass.store.js';
import { BreakGlassDesk, viewOf, type BreakGlassView } from './break-glass-desk.js';

@Injectable()
export class FindBreakGlass {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: BreakGlassDesk,
    private readonly store: BreakGlassStore,
  ) {}

  /** The board: those that wait for a review, what is due first, first. One stays on it until somebody reviewed it. */
  all(actor: Actor, { reviewed }: { readonly reviewed: boolean }, page: PageRequest): Promise<Page<BreakGlassView>> {
    return this.work.run(actor, async (tx) => {
      const { items, ...rest } = await this.store.board(tx, reviewed, page);
      const grounds = await this.desk.grounds(tx, items);
      const events = items.flatMap((record, at) => {
        const on = grounds[at];
        return on ? [breakGlassDone('break_glass.listed', record, on)] : [];
      });
      tx.record(...(events.length > 0 ? events : [boardEmpty()]));
      return { ...rest, items: items.map((record) => viewOf(tx, record)) };
    });
  }

  /** @throws Refusal `not_found` */
  one(actor: Actor, id: Id): Promise<BreakGlassView> {
    return this.work.run(actor, async (tx) => {
      const { record, on } = await this.desk.take(tx, id);
      tx.record(breakGlassDone('break_glass.read', record, on));
      return viewOf(tx, record);
    });
  }
}
