import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { contactRead } from '../domain/contacts.events.js';
import { partsOf } from '../domain/shown-contact.js';
import { ContactStore } from '../persistence/contact.store.js';
import { ContactDesk, seen, type SeenContact } from './contact-desk.js';

@Injectable()
export class ReadContact {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ContactDesk,
    private readonly contacts: ContactStore,
  ) {}

  /** @throws Refusal `not_found`, the same for a contact unknown and unseen */
  by(actor: Actor, id: Id): Promise<SeenContact> {
    return this.work.run(actor, (tx) => this.within(tx, id));
  }

  async within(tx: Tx, id: Id): Promise<SeenContact> {
    const found = await this.contacts.find(tx, id);
    if (!found) throw new Refusal(notFound);
    const held = await this.desk.toRead(tx, found.contact.clientId);
    const shown = seen(tx.actor, held, found);
    tx.record({ ...contactRead(shown.contact, partsOf(shown)), ground: held.ground });
    return shown;
  }
}
