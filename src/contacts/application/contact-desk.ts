import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Grants, withheldFrom, type Held, type Withheld } from '../../access/grants.js';
import type { Asking, Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { Words, type ClientKey } from '../../platform/sealing/words.js';
import { answeredQuestions, CONTACT_CLASSES, QUESTION_CLASSES } from '../domain/answer.js';
import type { Contact } from '../domain/contact.js';
import { notYourContact } from '../domain/contacts.problems.js';
import { CONTACT_STATE_MOVES } from '../domain/contact.lifecycle.js';
import { readableFacts } from '../domain/mark.js';
import type { ShownContact } from '../domain/shown-contact.js';

export const CONTACT_MOVES = ['amend', ...CONTACT_STATE_MOVES] as const;

/** A contact as this actor sees it: the answers that they may read, what is withheld, what they may do. */
export interface SeenContact extends ShownContact {
  readonly withheld: readonly Withheld[];
  readonly openMoves: readonly (typeof CONTACT_MOVES)[number][];
}

/** What stands before a contact is written: the actor may, and this is the client's key. */
export interface Standing {
  readonly held: Held;
  readonly key: ClientKey;
}

/** What every use case of contacts begins and ends with. */
@Injectable()
export class ContactDesk {
  constructor(
    private readonly grants: Grants,
    private readonly words: Words,
  ) {}

  /** @throws Refusal `not_found`, `role_may_not`, `class_not_held` */
  async toWrite(tx: Asking, clientId: Id): Promise<Standing> {
    const need = { write: 'coordination' } as const;
    const { held, wrapped } = await this.grants.permitWithKey(tx, 'contact:write', clientId, need);
    if (!wrapped) throw new Error('A client that may be written to has no readable key.');
    return { held, key: this.words.unwrap(clientId, wrapped) };
  }

  /** @throws Refusal `not_found`, `role_may_not` */
  toRead(tx: Tx, clientId: Id): Promise<Held> {
    return this.grants.permit(tx, 'contact:read', clientId);
  }
}

/** @throws Refusal `contact_of_another` */
export function assertOwn(actor: Actor, { createdBy }: Contact): void {
  if (createdBy !== actor.membershipId) throw new Refusal(notYourContact);
}

/** Also for what has just been written: whoever wrote an answer reads it back only where they may read its class. */
export function seen(actor: Actor, held: Held, { contact, words, answers }: ShownContact): SeenContact {
  const readable = answeredQuestions(answers).filter((question) => held.read.has(QUESTION_CLASSES[question]));
  const mayAmend = contact.createdBy === actor.membershipId && held.write.has('coordination');
  return {
    contact: readableFacts(contact, held.read),
    words,
    answers: Object.fromEntries(readable.map((question) => [question, answers[question]])),
    withheld: withheldContacts(actor, held),
    openMoves: mayAmend && contact.state === 'standing' ? CONTACT_MOVES : [],
  };
}

export const withheldContacts = (actor: Actor, held: Held): readonly Withheld[] =>
  withheldFrom(actor, held).filter((withheld) => CONTACT_CLASSES.includes(withheld.class));
