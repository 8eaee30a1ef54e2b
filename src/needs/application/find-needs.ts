import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { heldOf, Records, withheldAmong, type ReadRecords } from '../../access/records.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { assertRankKey } from '../../clients/application/rank-key.js';
import type { Page, PageRequest } from '../../kernel/page.js';
import { NEED_CLASSES } from '../domain/need.domains.js';
import { needsListed } from '../domain/needs.events.js';
import { NeedStore, type NeedsOf } from '../persistence/need.store.js';
import { needView, type NeedView } from './need-desk.js';

export interface NeedsFound extends ReadRecords {
  readonly page: Page<NeedView>;
}

@Injectable()
export class FindNeeds {
  constructor(
    private readonly work: UnitOfWork,
    private readonly records: Records,
    private readonly needs: NeedStore,
  ) {}

  /** In her own order. Those of a class that is withheld are absent, and the class is named. */
  by(actor: Actor, of: NeedsOf, page: PageRequest): Promise<NeedsFound> {
    assertRankKey(page);
    return this.work.run(actor, async (tx) => {
      const { found, ...read } = await this.records.read(tx, 'need:read', of.clientId, (ids) =>
        this.needs.page(tx, ids, of, page),
      );
      for (const { clientId, held } of read.records)
        tx.record(
          needsListed(
            clientId,
            held,
            found.items.filter((need) => need.clientId === clientId),
          ),
        );
      const items = found.items.map((need) => needView(tx, need, heldOf(read.records, need.clientId)));
      return { page: { ...found, items }, ...withheldAmong(read, NEED_CLASSES) };
    });
  }
}
