import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import type { Withheld } from '../../access/grants.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { Records } from '../../clients/application/records.js';
import type { Id } from '../../kernel/ids.js';
import { pageOf, type Page, type PageRequest } from '../../kernel/page.js';
import { assertKey } from '../../tasks/application/list-key.js';
import { contactsListed } from '../domain/contacts.events.js';
import type { ContactFilter } from '../domain/contact-filter.js';
import { ContactStore } from '../persistence/contact.store.js';
import { ContactDesk, seen, withheldContacts, type SeenContact } from './contact-desk.js';

export interface ContactsWanted extends ContactFilter {
  readonly clientId: Id;
}

export interface FoundContacts extends Page<SeenContact> {
  readonly withheld: readonly Withheld[];
}

@Injectable()
export class FindContacts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ContactDesk,
    private readonly contacts: ContactStore,
    private readonly records: Records,
  ) {}

  /** The newest first; empty, with what is withheld, when the actor holds no class of a contact. */
  of(actor: Actor, { clientId, ...filter }: ContactsWanted, page: PageRequest): Promise<FoundContacts> {
    assertKey(page);
    return this.work.run(actor, async (tx) => {
      const ids = await this.records.of(tx, clientId);
      const [held, rows] = await Promise.all([
        this.desk.toRead(tx, clientId),
        this.contacts.list(tx, ids, filter, page),
      ]);
      const { items, ...more } = pageOf(rows, page.limit, ({ contact }) => [contact.happenedAt, contact.id]);
      tx.record({ ...contactsListed(clientId, held.read, items.length), ground: held.ground });
      const shown = items.map((item) => seen(actor, held, item));
      return { items: shown, ...more, withheld: withheldContacts(actor, held) };
    });
  }
}
