import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import type { Withheld } from '../../access/grants.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { contactVersionsRead } from '../domain/contacts.events.js';
import { partsOf, type ContactVersion } from '../domain/shown-contact.js';
import { ContactStore } from '../persistence/contact.store.js';
import { ContactDesk, withheldContacts } from './contact-desk.js';

export interface ContactHistory {
  /** Newest first; the last one is the contact as it was first written down. */
  readonly versions: readonly ContactVersion[];
  readonly withheld: readonly Withheld[];
}

@Injectable()
export class ReadContactVersions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ContactDesk,
    private readonly contacts: ContactStore,
  ) {}

  /** The past under the grants of now. @throws Refusal `not_found` */
  of(actor: Actor, id: Id): Promise<ContactHistory> {
    return this.work.run(actor, async (tx) => {
      const versions = await this.contacts.versions(tx, id);
      const [newest] = versions;
      if (!newest) throw new Refusal(notFound);
      const held = await this.desk.toRead(tx, newest.contact.clientId);
      const shown = new Set(versions.flatMap(partsOf));
      tx.record({ ...contactVersionsRead(newest.contact, [...shown]), ground: held.ground });
      return { versions, withheld: withheldContacts(actor, held) };
    });
  }
}
