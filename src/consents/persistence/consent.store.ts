import { Injectable } from '@nestjs/common';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { pageOf, type Page, type PageRequest } from '../../kernel/page.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import { Words, type Place } from '../../platform/sealing/words.js';
import type { Consent, ConsentVersion, ConsentWords, Recipient, ShownConsent } from '../domain/consent.js';
import type { ConsentState } from '../domain/consent.lifecycle.js';
import { ConsentRow } from './consent.row.js';
import * as sql from './consent.statements.js';

interface SealedWords {
  readonly words: Buffer;
  readonly endWords: Buffer | null;
}
type Sealed = Omit<ShownConsent, keyof ConsentWords> & SealedWords & { readonly wrapped: Buffer | null };
type EndWords = Pick<ConsentWords, 'moveNote'>;

export interface ConsentsOf {
  readonly clientId: Id;
  readonly state?: ConsentState;
}

const AFTER_ALL = ['9999-12-31T00:00:00Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

/** Row-level security shows whoever asks those consents that they may know of. */
@Injectable()
export class ConsentStore {
  constructor(private readonly words: Words) {}

  async one(tx: Transaction, id: Id): Promise<ShownConsent | undefined> {
    const [found] = await tx.query<Sealed>(sql.CONSENT, [id]);
    return found && this.opened(found);
  }

  async page(tx: Transaction, of: ConsentsOf, { limit, after = AFTER_ALL }: PageRequest): Promise<Page<ShownConsent>> {
    const rows = await tx.query<Sealed>(sql.CONSENTS_PAGE, [of.clientId, of.state ?? null, ...after, limit + 1]);
    const opened = rows.map((row) => this.opened(row));
    return pageOf(opened, limit, ({ createdAt, id }) => [createdAt, id]);
  }

  /** Those that were neither taken back nor written down by mistake, one writer at a time. */
  async standing(tx: Transaction, clientId: Id): Promise<readonly Consent[]> {
    await tx.query(sql.TAKE_TURN, [clientId]);
    return (await tx.query<Sealed>(sql.STANDING, [clientId])).map((row) => this.opened(row));
  }

  history(tx: Transaction, id: Id): Promise<ConsentVersion[]> {
    return tx.query<ConsentVersion>(sql.CONSENT_HISTORY, [id]);
  }

  async add(tx: Tx, consent: Consent, words: ConsentWords): Promise<void> {
    const key = await this.words.keyOf(tx, consent.clientId);
    const sealed: SealedWords = { words: this.words.seal(key, placeOf(consent), words), endWords: null };
    await tx.entities.insert(ConsentRow, { ...consent, ...sealed });
  }

  /** @returns false when somebody else changed it first */
  async end(tx: Tx, before: Consent, { state, endedAt }: Consent, said?: EndWords): Promise<boolean> {
    const { id, version } = before;
    const row = { state, endedAt, updatedAt: tx.now, updatedBy: tx.actor.membershipId, version: version + 1 };
    const sealed = said && { endWords: await this.sealedEnd(tx, before, said) };
    const { affected } = await tx.entities.update(ConsentRow, { id, version }, { ...row, ...sealed });
    return affected === 1;
  }

  /** Whether the actor's organisation keeps her record. */
  livesHere(tx: Transaction, clientId: Id): Promise<boolean> {
    return yes(tx, sql.LIVES_HERE, clientId);
  }

  /** Whether the actor answers for her record as a privacy officer. */
  isAnsweredFor(tx: Transaction, clientId: Id): Promise<boolean> {
    return yes(tx, sql.ANSWERED_FOR, clientId);
  }

  /** The organisation behind a recipient, where somebody is there now. */
  async recipient(tx: Transaction, organisationId: Id | null, membershipId: Id | null): Promise<Id | undefined> {
    return (await tx.query<{ id: Id }>(sql.RECIPIENT, [organisationId, membershipId]))[0]?.id;
  }

  /** Whether the actor is among whom it names, in any of their memberships. */
  async isForActor(tx: Transaction, recipient: Recipient): Promise<boolean> {
    const { recipientOrganisationId, recipientRole, recipientMembershipId } = recipient;
    const named = [recipientOrganisationId, recipientRole, recipientMembershipId];
    return (await tx.query<{ is: boolean }>(sql.FOR_ACTOR, named))[0]?.is ?? false;
  }

  async isMembership(tx: Transaction, id: Id): Promise<boolean> {
    return (await tx.query(sql.MEMBERSHIP, [id])).length === 1;
  }

  /** Those whom a permit names, of what the actor has just done with it. */
  async tell(tx: Transaction, { id, decision }: Consent): Promise<void> {
    if (decision === 'permit') await tx.query(sql.TELL, [id]);
  }

  /** Before it ends: whoever gives back what they were given does not read the key afterwards. */
  private async sealedEnd(tx: Tx, consent: Consent, said: EndWords): Promise<Buffer> {
    return this.words.seal(await this.words.keyOf(tx, consent.clientId), endPlaceOf(consent), said);
  }

  private opened({ wrapped, words, endWords, ...consent }: Sealed): ShownConsent {
    if (wrapped === null) return consent;
    const key = this.words.unwrap(consent.clientId, wrapped);
    const said = this.words.open<ConsentWords>(key, placeOf(consent), words);
    const atEnd = endWords && this.words.open<EndWords>(key, endPlaceOf(consent), endWords);
    return { ...consent, ...said, ...atEnd };
  }
}

type Placed = Pick<Consent, 'id' | 'class'>;
const placeOf = ({ id, class: its }: Placed): Place => ({ table: 'consent', id, class: its });
const endPlaceOf = ({ id, class: its }: Placed): Place => ({ table: 'consent/end', id, class: its });

async function yes(tx: Transaction, statement: Statement, id: Id): Promise<boolean> {
  return (await tx.query<{ is: boolean }>(statement, [id]))[0]?.is ?? false;
}
