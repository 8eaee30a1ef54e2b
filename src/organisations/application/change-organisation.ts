import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { assertFresh } from '../../kernel/fresh.js';
import type { Organisation, OrganisationFacts } from '../domain/organisation.js';
import { organisationEvents } from '../domain/organisations.events.js';
import { notYourOrganisation } from '../domain/organisations.problems.js';
import { OrganisationStore } from '../persistence/organisation.store.js';

@Injectable()
export class ChangeOrganisation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly organisations: OrganisationStore,
  ) {}

  /** @throws Refusal `not_your_organisation`: seen by all, changed by its own administrators; `stale` */
  by(actor: Actor, id: Id, expected: number, change: Partial<OrganisationFacts>): Promise<Organisation> {
    return this.work.runWithoutClients(actor, async (tx) => {
      const organisation = await this.organisations.lock(tx, id);
      if (!organisation) throw new Refusal(notFound);
      if (organisation.id !== actor.organisationId) throw new Refusal(notYourOrganisation);
      assertFresh(expected, organisation.version);
      tx.record(organisationEvents.changed(id, Object.keys(change)));
      return this.organisations.change(tx, organisation, change);
    });
  }
}
