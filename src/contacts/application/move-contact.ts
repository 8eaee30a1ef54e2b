import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { assertFresh } from '../../kernel/fresh.js';
import type { Id } from '../../kernel/ids.js';
import { nextState } from '../../kernel/move.js';
import { Refusal } from '../../kernel/refusal.js';
import { contactLifecycle, type ContactMove } from '../domain/contact.lifecycle.js';
import { contactRead, contactRetracted } from '../domain/contacts.events.js';
import { partsOf } from '../domain/shown-contact.js';
import { ContactStore } from '../persistence/contact.store.js';
import { assertOwn, ContactDesk, seen, type SeenContact } from './contact-desk.js';

export interface ContactMoveOrder {
  readonly id: Id;
  /** The version that the actor worked from. */
  readonly expected: number;
  readonly receipt: Receipt;
  readonly move: ContactMove;
}

/** Takes back what was written down by mistake, such as with another client. It stays in the history, marked. */
@Injectable()
export class MoveContact {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly desk: ContactDesk,
    private readonly contacts: ContactStore,
  ) {}

  /** @throws Refusal `not_found`, `contact_of_another`, `class_not_held`, `stale`, `move_not_open` */
  by(actor: Actor, { id, expected, receipt, move }: ContactMoveOrder): Promise<SeenContact> {
    return this.work.run(actor, async (tx) => {
      const before = await this.contacts.take(tx, id);
      if (!before) throw new Refusal(notFound);
      const { held } = await this.desk.toWrite(tx, before.contact.clientId);
      assertOwn(actor, before.contact);
      const { replayed } = await this.receipts.onceOn(tx, receipt, id, async () => {
        assertFresh(expected, before.contact.version);
        await this.contacts.move(tx, before, nextState(contactLifecycle, move, before.contact.state, undefined));
      });
      const after = await this.contacts.find(tx, id);
      if (!after) throw new Refusal(notFound);
      const shown = seen(actor, held, after);
      const event = replayed ? contactRead : contactRetracted;
      tx.record({ ...event(shown.contact, partsOf(shown)), ground: held.ground });
      return shown;
    });
  }
}
