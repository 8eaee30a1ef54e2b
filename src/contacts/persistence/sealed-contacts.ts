import { Injectable } from '@nestjs/common';
import { instantFromJson } from '../../platform/database/instants.js';
import { Words, type ClientKey, type Place } from '../../platform/sealing/words.js';
import type { KeptAnswer } from '../domain/answer.js';
import type { Contact, ContactWords } from '../domain/contact.js';
import { standings } from '../domain/standings.js';
import { withMarks } from '../domain/mark.js';
import {
  answersOf,
  keptMarks,
  shownVersion,
  type OpenedAnswer,
  type ContactVersion,
  type ShownContact,
} from '../domain/shown-contact.js';
import type { ContactRow, SealedAnswer, VersionRow } from './contact.sql.js';

/** A contact with every answer that stands or was taken back, as far as the actor reads them, and the key of it all. */
export interface LoadedContact extends ShownContact {
  readonly kept: readonly OpenedAnswer[];
  /** Of the contact itself, without what stands beside it. */
  readonly rowVersion: number;
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

  open({ words, wrapped, answers, ...row }: ContactRow): LoadedContact {
    const key = this.words.unwrap(row.clientId, wrapped);
    const kept = (answers ?? []).map((answer) => this.openAnswer(key, answer));
    return {
      ...whole(row, kept),
      words: words === null ? {} : this.words.open<ContactWords>(key, placeOf('contact', row), words),
      kept,
      rowVersion: row.version,
      key,
    };
  }

  /** The contact as it stood each time that it, or a part that the actor may read, was written; the newest first. */
  openVersions(rows: readonly VersionRow[]): readonly ContactVersion[] {
    const written = rows.map(({ updatedAt, updatedBy, ...row }) => ({
      at: updatedAt,
      by: updatedBy,
      opened: this.open({ ...row, answers: null }),
    }));
    const [first] = rows;
    const { key } = written[0]?.opened ?? {};
    if (first === undefined || key === undefined) return [];
    const parts = (first.answers ?? []).map(({ at, by, ...answer }) => ({
      ...this.openAnswer(key, answer),
      at: instantFromJson(at),
      by,
    }));
    return standings(
      written.map(({ opened: { contact, words }, ...when }) => ({ ...when, contact, words })),
      parts,
    );
  }

  private openAnswer(key: ClientKey, { words, ...answer }: SealedAnswer): OpenedAnswer {
    if (words === null) return answer;
    const place = placeOf('contact_answer', answer);
    return { ...answer, ...this.words.open<{ note: string }>(key, place, Buffer.from(words, 'base64')) };
  }
}

const whole = (row: Omit<Contact, 'naloxone' | 'naloxoneKits'>, kept: readonly OpenedAnswer[]) => ({
  contact: { ...row, ...withMarks(row, keptMarks(kept)), version: shownVersion(row.version, kept) },
  answers: answersOf(kept),
});

const placeOf = (table: string, { id, class: dataClass }: Pick<Contact | KeptAnswer, 'id' | 'class'>): Place => ({
  table,
  id,
  class: dataClass,
});
