import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import type { Page, PageRequest } from '../../kernel/page.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Organisation, OrganisationFilter } from '../domain/organisation.js';
import { OrganisationStore } from '../persistence/organisation.store.js';

@Injectable()
export class FindOrganisations {
  constructor(
    private readonly work: UnitOfWork,
    private readonly organisations: OrganisationStore,
  ) {}

  /** The directory, by name. */
  all(actor: Actor, filter: OrganisationFilter, page: PageRequest): Promise<Page<Organisation>> {
    return this.work.runWithoutClients(actor, (tx) => this.organisations.page(tx, filter, page));
  }

  one(actor: Actor, id: Id): Promise<Organisation> {
    return this.work.runWithoutClients(actor, async (tx) => {
      const found = await this.organisations.find(tx, id);
      if (!found) throw new Refusal(notFound);
      return found;
    });
  }
}
