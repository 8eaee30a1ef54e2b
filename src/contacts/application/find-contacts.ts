import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { heldOf, Records, withheldAmong, type ReadRecords } from '../../access/records.js';
import type { Id } from '../../kernel/ids.js';
import { pageOf, type Page, type PageRequest } from '../../kernel/page.js';
import { assertKey } from '../../tasks/application/list-key.js';
import { contactsListed } from '../domain/contacts.events.js';
import { CONTACT_CLASSES } from '../domain/answer.js';
import type { ContactFilter } from '../domain/contact-filter.js';
import { ContactStore } from '../persistence/contact.store.js';
import { seen, type SeenContact } from './contact-desk.js';

export interface ContactsWanted extends ContactFilter {
  readonly clientId: Id;
}

export interface FoundContacts extends Page<SeenContact>, ReadRecords {}

@Injectable()
export class FindContacts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly contacts: ContactStore,
    private readonly records: Records,
  ) {}

  /** The newest first; empty, with what is withheld, when the actor holds no class of a contact. */
  of(actor: Actor, { clientId, ...filter }: ContactsWanted, page: PageRequest): Promise<FoundContacts> {
    assertKey(page);
    return this.work.run(actor, async (tx) => {
      const { found, ...read } = await this.records.read(tx, 'contact:read', clientId, (ids) =>
        this.contacts.list(tx, ids, filter, page),
      );
      const { items, ...more } = pageOf(found, page.limit, ({ contact }) => [contact.happenedAt, contact.id]);
      for (const { clientId: id, held } of read.records) {
        const count = items.filter(({ contact }) => contact.clientId === id).length;
        tx.record({ ...contactsListed(id, held.read, count), ground: held.ground });
      }
      const shown = items.map((item) => seen(actor, heldOf(read.records, item.contact.clientId), item));
      return { items: shown, ...more, ...withheldAmong(read, CONTACT_CLASSES) };
    });
  }
}
