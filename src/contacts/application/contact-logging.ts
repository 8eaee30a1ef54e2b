import { Injectable } from '@nestjs/common';
import { Receipts, type Looked, type Receipt } from '../../audit/receipts.js';
import type { Asking, Tx } from '../../audit/unit-of-work.js';
import { newId, type Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { invalid } from '../../kernel/invalid.js';
import { TaskOpening, type TaskWish } from '../../tasks/application/task-opening.js';
import { factsOf, faultsOf, type ContactDraft, type ContactInWhole } from '../domain/contact.rules.js';
import { contactLifecycle } from '../domain/contact.lifecycle.js';
import { partsOf, type ShownContact } from '../domain/shown-contact.js';
import { contactLogged } from '../domain/contacts.events.js';
import { ContactStore } from '../persistence/contact.store.js';
import { ContactDesk, seen, type SeenContact, type Standing } from './contact-desk.js';

/** A task about the client that this contact gives rise to. */
export type FollowUp = Pick<TaskWish, 'kind' | 'words' | 'owner' | 'due' | 'zone'>;

export interface LogWish {
  readonly clientId: Id;
  readonly receipt: Receipt;
  readonly draft: ContactDraft;
  readonly followUps: readonly FollowUp[];
}

export interface Logged {
  readonly id: Id;
  /** Nothing when this request had been here before. */
  readonly made: SeenContact | undefined;
}

/** One contact with its answers and follow-ups, which stand or fall together. */
@Injectable()
export class ContactLogging {
  constructor(
    private readonly receipts: Receipts,
    private readonly desk: ContactDesk,
    private readonly contacts: ContactStore,
    private readonly tasks: TaskOpening,
  ) {}

  /** What can be asked for before anything else is known. */
  ask(tx: Asking, { clientId, receipt }: LogWish): readonly [Promise<Standing>, Promise<Looked | undefined>] {
    return [this.desk.toWrite(tx, clientId), this.receipts.look(tx, receipt)];
  }

  /**
   * @param standing of the client, and `looked` for the receipts, where they have been asked for already
   * @throws Refusal `invalid` with every fault; `not_found`, `role_may_not`, `class_not_held`; those of `Receipts.once`
   *   and `TaskOpening`
   */
  async within(
    tx: Tx,
    wish: LogWish,
    standing = this.desk.toWrite(tx, wish.clientId),
    looked = this.receipts.look(tx, wish.receipt),
  ): Promise<Logged> {
    standing.catch(() => undefined); // who needs it awaits it below; a replay asks for reading only
    looked.catch(() => undefined); // awaited below, unless the draft does not stand
    const whole = wholeOf(tx, wish.draft);
    let made: SeenContact | undefined;
    const make = async (id: Id) => {
      made = await this.make(tx, await standing, this.contactOf(tx, id, wish, whole), wish.followUps);
    };
    const { id } = await this.receipts.once(tx, wish.receipt, make, looked);
    return { id, made };
  }

  private async make(tx: Tx, { held, key }: Standing, shown: ShownContact, followUps: readonly FollowUp[]) {
    const { id, clientId, class: of } = shown.contact;
    this.contacts.insert(tx, shown, key);
    for (const [index, followUp] of followUps.entries()) {
      const task = { ...followUp, id: shown.contact.followUps[index] ?? newId(), about: { clientId, class: of } };
      await this.tasks.within(tx, { ...task, source: { kind: 'contact', id } }, { ground: held.ground });
    }
    tx.record({ ...contactLogged(shown.contact, partsOf(shown)), ground: held.ground });
    return seen(tx.actor, held, shown);
  }

  private contactOf(
    tx: Tx,
    id: Id,
    { clientId, followUps }: LogWish,
    { facts, words, answers }: ContactInWhole,
  ): ShownContact {
    const contact = {
      ...facts,
      id,
      clientId,
      class: 'coordination' as const,
      createdBy: tx.actor.membershipId,
      recordedAt: tx.now,
      state: contactLifecycle.initial,
      followUps: followUps.map(() => newId()),
      version: 1,
    };
    return { contact, words, answers };
  }
}

function wholeOf(tx: Tx, draft: ContactDraft): ContactInWhole {
  const whole = { ...draft, facts: factsOf(draft.facts, tx.now) };
  const faults = faultsOf(whole, tx.now);
  if (faults.length > 0) throw new Refusal(invalid, {}, faults);
  return whole;
}
