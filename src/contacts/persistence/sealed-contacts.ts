import { Injectable } from '@nestjs/common';
import { Words, type ClientKey, type Place } from '../../platform/sealing/words.js';
import type { KeptAnswer } from '../domain/answer.js';
import type { Contact, ContactWords } from '../domain/contact.js';
import { answersAt, type OpenedAnswer, type ShownContact } from '../domain/shown-contact.js';
import type { ContactRow, SealedAnswer } from './contact.sql.js';

/** A contact with every answer that stands or was taken back, as far as the actor reads them, and the key of it all. */
export interface LoadedContact extends ShownContact {
  readonly kept: readonly OpenedAnswer[];
  readonly key: ClientKey;
}

/** What was said and written in a contact, sealed and opened; a row where nobody wrote anything has no words. */
@Injectable()
export class SealedContacts {
  constructor(private readonly words: Words) {}

  seal(key: ClientKey, contact: Contact, words: ContactWords): Buffer | null {
    return Object.keys(words).length === 0 ? null : this.words.seal(key, placeOf('contact', contact), words);
  }

  sealAnswer(key: ClientKey, { note, ...answer }: OpenedAnswer): SealedAnswer {
    const words = note === undefined ? undefined : this.words.seal(key, placeOf('contact_answer', answer), { note });
    return { ...answer, words: words?.toString('base64') ?? null };
  }

  open<Row extends ContactRow>({ words, wrapped, answers, ...contact }: Row): LoadedContact & { contact: Contact } {
    const key = this.words.unwrap(contact.clientId, wrapped);
    const kept = (answers ?? []).map((answer) => this.openAnswer(key, answer));
    return {
      contact,
      words: words === null ? {} : this.words.open<ContactWords>(key, placeOf('contact', contact), words),
      answers: answersAt(kept, contact.version),
      kept,
      key,
    };
  }

  private openAnswer(key: ClientKey, { words, ...answer }: SealedAnswer): OpenedAnswer {
    if (words === null) return answer;
    const place = placeOf('contact_answer', answer);
    return { ...answer, ...this.words.open<{ note: string }>(key, place, Buffer.from(words, 'base64')) };
  }
}

const placeOf = (table: string, { id, class: dataClass }: Pick<Contact | KeptAnswer, 'id' | 'class'>): Place => ({
  table,
  id,
  class: dataClass,
});
