import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Grants, withheldFrom, type Withheld } from '../../access/grants.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { assertRankKey } from '../../clients/application/rank-key.js';
import type { Page, PageRequest } from '../../kernel/page.js';
import { NEED_CLASSES } from '../domain/need.domains.js';
import { needsListed } from '../domain/needs.events.js';
import { NeedStore, type NeedsOf } from '../persistence/need.store.js';
import { needView, type NeedView } from './need-desk.js';

export interface NeedsFound {
  readonly page: Page<NeedView>;
  readonly withheld: readonly Withheld[];
}

@Injectable()
export class FindNeeds {
  constructor(
    private readonly work: UnitOfWork,
    private readonly grants: Grants,
    private readonly needs: NeedStore,
  ) {}

  /** In her own order. Those of a class that is withheld are absent, and the class is named. */
  by(actor: Actor, of: NeedsOf, page: PageRequest): Promise<NeedsFound> {
    assertRankKey(page);
    return this.work.run(actor, async (tx) => {
      const [held, found] = await Promise.all([
        this.grants.permit(tx, 'need:read', of.clientId),
        this.needs.page(tx, of, page),
      ]);
      tx.record(needsListed(of.clientId, held, found.items));
      const items = found.items.map((need) => needView(tx, need, held));
      const withheld = withheldFrom(actor, held).filter((each) => NEED_CLASSES.includes(each.class));
      return { page: { ...found, items }, withheld };
    });
  }
}
