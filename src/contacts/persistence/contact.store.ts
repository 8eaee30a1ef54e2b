import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/unit-of-work.js';
import type { Instant } from '../../kernel/civil-time.js';
import { newId, type Id } from '../../kernel/ids.js';
import type { PageRequest } from '../../kernel/page.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import type { ClientKey } from '../../platform/sealing/words.js';
import { answeredQuestions, classOfPart, type AnswersChange } from '../domain/answer.js';
import { marksChange, touchesContact, type ContactChange, type MarksChange } from '../domain/amendment.js';
import type { ContactFilter } from '../domain/contact-filter.js';
import type { ContactFacts } from '../domain/contact.js';
import type { ContactState } from '../domain/contact.lifecycle.js';
import { plainCodes } from '../domain/mark.js';
import type { ContactVersion, OpenedAnswer, ShownContact } from '../domain/shown-contact.js';
import * as sql from './contact.sql.js';
import { SealedContacts, type LoadedContact } from './sealed-contacts.js';

/** What of the parts beside a contact is written, and the version under which a new one begins. */
interface PartsWanted {
  readonly answers: AnswersChange;
  readonly marks: MarksChange;
  readonly added: number;
}

const NOT_ASKED = { answer: 'not_asked' } as const;
const UNMARKED = { contact: { purposes: [], actions: [], naloxone: null, naloxoneKits: null } };

@Injectable()
export class ContactStore {
  constructor(private readonly sealed: SealedContacts) {}

  /** Writing an answer does not take reading its class. */
  insert(tx: Work, shown: ShownContact, key: ClientKey): void {
    const { contact, words, answers } = shown;
    const { id, clientId, class: of, createdBy, recordedAt, followUps, version } = contact;
    const sealed = this.sealed.seal(key, contact, words);
    const values = [id, clientId, of, createdBy, recordedAt, followUps, version, sealed, ...valuesOf(contact)];
    tx.send(sql.INSERT_CONTACT, values);
    const beside = this.sealParts(key, [], { answers, marks: marksChange(UNMARKED, shown), added: version });
    if (beside.length > 0) tx.send(sql.INSERT_ANSWERS, [clientId, id, JSON.stringify(beside)]);
  }

  async find(tx: Transaction, id: Id): Promise<LoadedContact | undefined> {
    const [row] = await tx.query<sql.ContactRow>(sql.FIND_CONTACT, [id]);
    return row && this.sealed.open(row);
  }

  /** @returns up to `limit + 1` contacts, the newest first */
  list(tx: Transaction, clientIds: readonly Id[], filter: ContactFilter, page: PageRequest): Promise<ShownContact[]> {
    const { happenedFrom, happenedBefore, channel, outcome, createdBy, state = 'standing' } = filter;
    const [at, id] = page.after ?? [];
    const narrowed = [at, id, happenedFrom, happenedBefore, channel, outcome, createdBy].map((value) => value ?? null);
    return this.opened(tx, sql.LIST_CONTACTS, [clientIds, page.limit + 1, ...narrowed, state]);
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
    return this.sealed.openVersions(rows);
  }

  /** The contact as it stands, held for the actor until the transaction ends where it is theirs to amend. */
  async take(tx: Transaction, id: Id): Promise<LoadedContact | undefined> {
    await tx.query(sql.HOLD_CONTACT, [id]);
    return this.find(tx, id);
  }

  /**
   * Saves what is said anew: of the contact itself, and of what stands beside it, each under a version of its own.
   *
   * @param loaded as `take` gave it
   */
  async amend(tx: Transaction, loaded: LoadedContact, after: ShownContact, change: ContactChange): Promise<void> {
    const { contact, words } = after;
    if (touchesContact(loaded, change)) {
      const sealed = this.sealed.seal(loaded.key, contact, words);
      await tx.query(sql.AMEND_CONTACT, [contact.id, loaded.rowVersion, sealed, ...valuesOf(contact)]);
    }
    const wanted = { answers: change.answers ?? {}, marks: marksChange(loaded, after), added: 2 };
    const parts = this.sealParts(loaded.key, loaded.kept, wanted);
    const known = new Set(loaded.kept.map(({ id }) => id));
    const [old, added] = [parts.filter(({ id }) => known.has(id)), parts.filter(({ id }) => !known.has(id))];
    await Promise.all([
      old.length > 0 && tx.query(sql.AMEND_ANSWERS, [JSON.stringify(old)]),
      added.length > 0 && tx.query(sql.INSERT_ANSWERS, [contact.clientId, contact.id, JSON.stringify(added)]),
    ]);
  }

  /** @param state that the move leads to */
  async move(tx: Transaction, { contact }: LoadedContact, state: ContactState): Promise<void> {
    await tx.query(sql.RETRACT_CONTACT, [contact.id, state]);
  }

  /** Null takes a part back. */
  private sealParts(
    key: ClientKey,
    kept: readonly OpenedAnswer[],
    { answers, marks, added }: PartsWanted,
  ): readonly sql.SealedAnswer[] {
    const said = answeredQuestions(answers).map((question) => [question, answers[question] ?? NOT_ASKED] as const);
    const done = [...marks].map(([mark, set]) => [mark, set ? { answer: 'yes' as const, ...set } : NOT_ASKED] as const);
    return [...said, ...done].map(([question, part]) => {
      const before = kept.find((each) => each.question === question);
      const place = { id: before?.id ?? newId(), question, class: classOfPart(question) };
      return this.sealed.sealAnswer(key, {
        amount: null,
        ...place,
        version: before ? before.version + 1 : added,
        ...part,
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
  plainCodes(facts).purposes,
  plainCodes(facts).actions,
  facts.accompaniedTo,
  facts.accompaniment,
  facts.preparedVisit,
  facts.experienceShared,
];
