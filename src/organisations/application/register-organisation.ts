import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { notFound } from '../../access/access.problems.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Organisation, OrganisationFacts } from '../domain/organisation.js';
import { OrganisationStore } from '../persistence/organisation.store.js';
import { FoundPeople } from './found-people.js';

/** Whoever registers an organisation is its first administrator, so none is ever without one. */
@Injectable()
export class RegisterOrganisation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly founding: FoundPeople,
    private readonly organisations: OrganisationStore,
  ) {}

  by(actor: Actor, facts: OrganisationFacts, receipt: Receipt): Promise<Organisation> {
    return this.work.runWithoutClients(actor, async (tx) => {
      const { id } = await this.receipts.once(tx, receipt, async (organisationId) => {
        await this.founding.organisation(tx, { id: organisationId, ...facts });
        await this.founding.membership(tx, { staffId: actor.personId, organisationId, role: 'administrator' });
      });
      const made = await this.organisations.find(tx, id);
      if (!made) throw new Refusal(notFound);
      return made;
    });
  }
}
