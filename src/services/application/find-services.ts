import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import type { Page, PageRequest } from '../../kernel/page.js';
import type { Eligibility, ServiceFilter } from '../domain/service.js';
import { ServiceStore } from '../persistence/service.store.js';
import { ServiceDesk, serviceView, type ServiceView } from './service-desk.js';

/** The directory. Nothing in it is about a client, so looking leaves no trace of one. */
@Injectable()
export class FindServices {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ServiceDesk,
    private readonly services: ServiceStore,
  ) {}

  /** What takes people now, by name. */
  all(actor: Actor, filter: ServiceFilter, page: PageRequest): Promise<Page<ServiceView>> {
    return this.work.runWithoutClients(actor, async (tx) => {
      const found = await this.services.page(tx, filter, page);
      return { ...found, items: found.items.map((service) => serviceView(tx, service)) };
    });
  }

  /** @throws Refusal `not_found` */
  one(actor: Actor, id: Id): Promise<ServiceView> {
    return this.work.runWithoutClients(actor, async (tx) => serviceView(tx, await this.desk.read(tx, id)));
  }

  /** What it asked for at each time that somebody wrote it down, the newest first. @throws Refusal `not_found` */
  eligibilities(actor: Actor, id: Id): Promise<readonly Eligibility[]> {
    return this.work.runWithoutClients(actor, async (tx) => {
      await this.desk.read(tx, id);
      return this.services.eligibilities(tx, id);
    });
  }
}
