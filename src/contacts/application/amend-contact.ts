import { Injectable } from '@nestjs/common';
import { classWithheld, notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import type { Held } from '../../access/grants.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { assertFresh, stale } from '../../kernel/fresh.js';
import { invalid } from '../../kernel/invalid.js';
import { answeredQuestions, QUESTION_CLASSES, type AnswersChange } from '../domain/answer.js';
import { amended, changedFields, type ContactChange } from '../domain/amendment.js';
import type { Contact } from '../domain/contact.js';
import { faultsOf } from '../domain/contact.rules.js';
import { contactAmended, contactRead } from '../domain/contacts.events.js';
import { notYourContact } from '../domain/contacts.problems.js';
import type { ShownContact } from '../domain/shown-contact.js';
import { ContactStore } from '../persistence/contact.store.js';
import { ContactDesk, seen, type SeenContact } from './contact-desk.js';

/** Says a contact anew. What stood there before is kept, and can be read under its versions. */
@Injectable()
export class AmendContact {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ContactDesk,
    private readonly contacts: ContactStore,
  ) {}

  /** @throws Refusal `not_found`, `contact_of_another`, `class_not_held`, `stale`, `invalid` */
  by(actor: Actor, id: Id, expected: number, change: ContactChange): Promise<SeenContact> {
    return this.work.run(actor, async (tx) => {
      const loaded = await this.contacts.find(tx, id);
      if (!loaded) throw new Refusal(notFound);
      const { held } = await this.desk.toWrite(tx, loaded.contact.clientId);
      assertMayAmend(actor, loaded.contact, held, change.answers ?? {});
      assertFresh(expected, loaded.contact.version);
      const fields = changedFields(change);
      const after = fields.length > 0 ? standing(amended(loaded, change), tx.now) : loaded;
      if (fields.length > 0 && !(await this.contacts.amend(tx, loaded, after, change.answers ?? {})))
        throw await this.overtaken(tx, id, expected);
      const shown = seen(actor, held, after);
      const asked = answeredQuestions(shown.answers);
      const event =
        fields.length > 0 ? contactAmended(after.contact, fields, asked) : contactRead(after.contact, asked);
      tx.record({ ...event, ground: held.ground });
      return shown;
    });
  }

  private async overtaken(tx: Tx, id: Id, expected: number): Promise<Refusal> {
    const current = (await this.contacts.find(tx, id))?.contact.version;
    return current === undefined ? new Refusal(notFound) : new Refusal(stale, { expected, current });
  }
}

function assertMayAmend(actor: Actor, contact: Contact, held: Held, answers: AnswersChange): void {
  if (contact.createdBy !== actor.membershipId) throw new Refusal(notYourContact);
  // Whether there is an answer already shows only to whoever reads its class.
  const unread = answeredQuestions(answers).map((question) => QUESTION_CLASSES[question]);
  const withheld = unread.find((of) => !held.read.has(of));
  if (withheld) throw new Refusal(classWithheld, { class: withheld });
}

function standing(contact: ShownContact, now: string): ShownContact {
  const faults = faultsOf({ facts: contact.contact, words: contact.words, answers: contact.answers }, now);
  if (faults.length > 0) throw new Refusal(invalid, {}, faults);
  return contact;
}
