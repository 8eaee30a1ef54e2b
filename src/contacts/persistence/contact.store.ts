import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/unit-of-work.js';
import type { Instant } from '../../kernel/civil-time.js';
import { newId, type Id } from '../../kernel/ids.js';
import type { PageRequest } from '../../kernel/page.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import type { ClientKey } from '../../platform/sealing/words.js';
import { answeredQuestions, QUESTION_CLASSES, type AnswersChange } from '../domain/answer.js';
import type { ContactFilter } from '../domain/contact-filter.js';
import type { Contact, ContactFacts } from '../domain/contact.js';
import type { ContactVersion, OpenedAnswer, ShownContact } from '../domain/shown-contact.js';
import * as sql from './contact.sql.js';
import { SealedContacts, type LoadedContact } from './sealed-contacts.js';

@Injectable()
export class ContactStore {
  constructor(private readonly sealed: SealedContacts) {}

  /** With COMMIT. Writing an answer does not take reading its class. */
  insert(tx: Work, shown: ShownContact, key: ClientKey): void {
    const { contact, words, answers } = shown;
    const { id, clientId, class: of, createdBy, recordedAt, followUps, version } = contact;
    const sealed = this.sealed.seal(key, contact, words);
    const values = [id, clientId, of, createdBy, recordedAt, followUps, version, sealed, ...valuesOf(contact)];
    tx.lastly(sql.INSERT_CONTACT, values);
    const given = this.sealAnswers(key, { contact, kept: [] }, answers);
    if (given.length > 0) tx.lastly(sql.INSERT_ANSWERS, [clientId, id, JSON.stringify(given)]);
  }

  async find(tx: Transaction, id: Id): Promise<LoadedContact | undefined> {
    const [row] = await tx.query<sql.ContactRow>(sql.FIND_CONTACT, [id]);
    return row && this.sealed.open(row);
  }

  /** @returns up to `limit + 1` contacts, the newest first */
  list(tx: Transaction, clientIds: readonly Id[], filter: ContactFilter, page: PageRequest): Promise<ShownContact[]> {
    const { happenedFrom, happenedBefore, channel, outcome, createdBy } = filter;
    const [at, id] = page.after ?? [];
    const narrowed = [at, id, happenedFrom, happenedBefore, channel, outcome, createdBy].map((value) => value ?? null);
    return this.opened(tx, sql.LIST_CONTACTS, [clientIds, page.limit + 1, ...narrowed]);
  }

  /** The newest contacts of these records together, as they stand or as they stood at an instant. */
  recent(tx: Transaction, clientIds: readonly Id[], limit: number, asOf?: Instant): Promise<ShownContact[]> {
    return asOf === undefined
      ? this.opened(tx, sql.RECENT_CONTACTS, [clientIds, limit])
      : this.opened(tx, sql.RECENT_CONTACTS_AS_OF, [clientIds, limit, asOf]);
  }

  /** Newest first; empty when there is no such contact for the actor. */
  async versions(tx: Transaction, id: Id): Promise<readonly ContactVersion[]> {
    const rows = await tx.query<sql.VersionRow>(sql.CONTACT_VERSIONS, [id]);
    return rows.map(({ updatedAt, updatedBy, ...row }) => ({ ...this.sealed.open(row), updatedAt, updatedBy }));
  }

  /**
   * Saves a contact as amended, under the version that follows.
   *
   * @returns false when it has been amended in the meantime
   */
  async amend(tx: Transaction, loaded: LoadedContact, amended: ShownContact, answers: AnswersChange): Promise<boolean> {
    const { contact, words } = amended;
    const sealed = this.sealed.seal(loaded.key, contact, words);
    const values = [contact.id, loaded.contact.version, sealed, ...valuesOf(contact)];
    const saved = await tx.query(sql.AMEND_CONTACT, values);
    if (saved.length === 0) return false;
    const given = this.sealAnswers(loaded.key, { contact, kept: loaded.kept }, answers);
    const known = new Set(loaded.kept.map(({ id }) => id));
    const old = given.filter(({ id }) => known.has(id));
    const added = given.filter(({ id }) => !known.has(id));
    await Promise.all([
      old.length > 0 && tx.query(sql.AMEND_ANSWERS, [JSON.stringify(old)]),
      added.length > 0 && tx.query(sql.INSERT_ANSWERS, [contact.clientId, contact.id, JSON.stringify(added)]),
    ]);
    return true;
  }

  /** Each under the contact's version; null takes an answer back. */
  private sealAnswers(
    key: ClientKey,
    { contact, kept }: { readonly contact: Contact; readonly kept: readonly OpenedAnswer[] },
    answers: AnswersChange,
  ): readonly sql.SealedAnswer[] {
    return answeredQuestions(answers).map((question) => {
      const id = kept.find((each) => each.question === question)?.id ?? newId();
      const given = answers[question] ?? { answer: 'not_asked' as const };
      return this.sealed.sealAnswer(key, {
        id,
        question,
        class: QUESTION_CLASSES[question],
        version: contact.version,
        ...given,
      });
    });
  }

  private async opened(tx: Transaction, statement: Statement, values: readonly unknown[]): Promise<ShownContact[]> {
    const rows = await tx.query<sql.ContactRow>(statement, values);
    return rows.map((row) => this.sealed.open(row));
  }
}

/** In the order of INSERT_CONTACT and AMEND_CONTACT. */
const valuesOf = (facts: ContactFacts): unknown[] => [
  facts.channel,
  facts.startedBy,
  facts.outcome,
  facts.happenedAt,
  facts.minutes,
  facts.setting,
  facts.purposes,
  facts.actions,
  facts.accompaniedTo,
  facts.accompaniment,
  facts.preparedVisit,
  facts.naloxone,
  facts.naloxoneKits,
  facts.experienceShared,
];
