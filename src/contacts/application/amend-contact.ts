import { Injectable } from '@nestjs/common';
import { classWithheld, notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import type { Held } from '../../access/grants.js';
import type { AuditEvent } from '../../audit/audit-event.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { assertFresh } from '../../kernel/fresh.js';
import { invalid } from '../../kernel/invalid.js';
import { amended, changedFields, classesTouched, type ContactChange } from '../domain/amendment.js';
import type { Contact } from '../domain/contact.js';
import { faultsOf } from '../domain/contact.rules.js';
import { contactAmended, contactRead } from '../domain/contacts.events.js';
import { contactRetracted } from '../domain/contacts.problems.js';
import { partsOf, type ShownContact } from '../domain/shown-contact.js';
import { ContactStore } from '../persistence/contact.store.js';
import { assertOwn, ContactDesk, seen, type SeenContact } from './contact-desk.js';

/** Says a contact anew. What stood there before is kept, and can be read under its versions. */
@Injectable()
export class AmendContact {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ContactDesk,
    private readonly contacts: ContactStore,
  ) {}

  /** @throws Refusal `not_found`, `contact_of_another`, `contact_retracted`, `class_not_held`, `stale`, `invalid` */
  by(actor: Actor, id: Id, expected: number, change: ContactChange): Promise<SeenContact> {
    return this.work.run(actor, async (tx) => {
      const loaded = await this.contacts.take(tx, id);
      if (!loaded) throw new Refusal(notFound);
      const { held } = await this.desk.toWrite(tx, loaded.contact.clientId);
      assertOwn(actor, loaded.contact);
      if (loaded.contact.state === 'retracted') throw new Refusal(contactRetracted);
      const unread = classesTouched(change).find((of) => !held.read.has(of));
      if (unread) throw new Refusal(classWithheld, { class: unread });
      assertFresh(expected, loaded.contact.version);
      const fields = changedFields(change);
      if (fields.length === 0) return this.shown(tx, held, loaded, contactRead);
      await this.contacts.amend(tx, loaded, standing(amended(loaded, change), tx.now), change);
      const after = await this.contacts.find(tx, id);
      if (!after) throw new Refusal(notFound);
      return this.shown(tx, held, after, (contact, parts) => contactAmended(contact, fields, parts));
    });
  }

  private shown(
    tx: Tx,
    held: Held,
    contact: ShownContact,
    event: (contact: Contact, parts: ReturnType<typeof partsOf>) => AuditEvent,
  ): SeenContact {
    const shown = seen(tx.actor, held, contact);
    tx.record({ ...event(shown.contact, partsOf(shown)), ground: held.ground });
    return shown;
  }
}

function standing(contact: ShownContact, now: string): ShownContact {
  const faults = faultsOf({ facts: contact.contact, words: contact.words, answers: contact.answers }, now);
  if (faults.length > 0) throw new Refusal(invalid, {}, faults);
  return contact;
}
