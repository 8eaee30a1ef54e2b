import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import type { Page, PageRequest } from '../../kernel/page.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Colleague, StaffFilter } from '../domain/staff.js';
import { StaffStore } from '../persistence/staff.store.js';
import { membershipOf, type Shown } from './own-staff.js';

/** The people of the actor's own organisation; nobody else's are there. */
@Injectable()
export class FindStaff {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: StaffStore,
  ) {}

  all(actor: Actor, filter: StaffFilter, page: PageRequest): Promise<Page<Colleague>> {
    const of = { organisationId: actor.organisationId, ...filter };
    return this.work.runWithoutClients(actor, (tx) => this.people.page(tx, of, page));
  }

  one(actor: Actor, id: Id): Promise<Colleague> {
    return this.work.runWithoutClients(actor, async (tx) => {
      const found = await this.people.find(tx, actor.organisationId, id);
      if (!found) throw new Refusal(notFound);
      return found;
    });
  }

  membership(actor: Actor, id: Id): Promise<Shown> {
    return this.work.runWithoutClients(actor, async (tx) => {
      const staffId = await this.people.holderOf(tx, actor.organisationId, id);
      const colleague = staffId && (await this.people.find(tx, actor.organisationId, staffId));
      if (!colleague) throw new Refusal(notFound);
      return { colleague, membership: membershipOf(colleague, id) };
    });
  }
}
