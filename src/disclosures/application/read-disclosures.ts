import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import type { Page, PageRequest } from '../../kernel/page.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Disclosure } from '../domain/disclosure.js';
import { disclosuresRead } from '../domain/disclosures.events.js';
import { DisclosureStore } from '../persistence/disclosure.store.js';

/** What was given out of a client's record: for the privacy officer of her home organisation, and for herself. */
@Injectable()
export class ReadDisclosures {
  constructor(
    private readonly work: UnitOfWork,
    private readonly register: DisclosureStore,
  ) {}

  /** @throws Refusal `not_found` where the register is not the actor's to read */
  by(actor: Actor, clientId: Id, page: PageRequest): Promise<Page<Disclosure>> {
    return this.work.run(actor, async (tx) => {
      if (!(await this.register.mayRead(tx, clientId))) throw new Refusal(notFound, {}, [], clientId);
      const found = await this.register.ofClient(tx, clientId, page);
      tx.record(disclosuresRead(clientId, { ground: groundOf(actor) }, found.items.length));
      return found;
    });
  }
}

const groundOf = ({ role, organisationId, membershipId }: Actor) =>
  role === 'privacy_officer'
    ? { basis: 'home_organisation', basisId: organisationId }
    : { basis: 'client_link', basisId: membershipId };
