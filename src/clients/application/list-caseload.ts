import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { pageOf, type Page, type PageRequest } from '../../kernel/page.js';
import { ClientStores } from '../persistence/client-stores.js';
import { clientEntry, OpenedClients, type SeenClient } from './opened-clients.js';

/** Everybody whom the actor sees, by the grants of now; one audit row a client shown. */
@Injectable()
export class ListCaseload {
  constructor(
    private readonly work: UnitOfWork,
    private readonly stores: ClientStores,
    private readonly opened: OpenedClients,
  ) {}

  by(actor: Actor, page: PageRequest): Promise<Page<SeenClient>> {
    return this.work.runAsking(
      actor,
      (tx) => [this.stores.clients.caseload(tx, page)],
      async (tx, asked) => {
        const rows = pageOf(await asked, page.limit, ({ id }) => [id]);
        const items = await this.opened.all(tx, rows.items);
        tx.record(
          { event: 'clients.listed', facts: { count: items.length } },
          ...items.map((seen) => clientEntry('client.listed', seen)),
        );
        return { ...rows, items };
      },
    );
  }
}
