import { Injectable } from '@nestjs/common';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { pageOf, type Page, type PageRequest } from '../../kernel/page.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import { Words } from '../../platform/sealing/words.js';
import type { Consent, ConsentVersion, ConsentWords, Recipient, ShownConsent } from '../domain/consent.js';
import type { ConsentState } from '../domain/consent.lifecycle.js';
import { ConsentRow } from './consent.row.js';
import * as sql from './consent.statements.js';

type Sealed = Omit<ShownConsent, keyof ConsentWords> & { readonly words: Buffer; readonly wrapped: Buffer | null };

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
    const row: Consent & { words: Buffer } = { ...consent, words: await this.sealed(tx, consent, words) };
    await tx.entities.insert(ConsentRow, row);
  }

  /** @returns false when somebody else changed it first */
  async end(tx: Tx, before: Consent, { state, endedAt }: Consent, words?: ConsentWords): Promise<boolean> {
    const { id, version } = before;
    const row = { state, endedAt, updatedAt: tx.now, updatedBy: tx.actor.membershipId, version: version + 1 };
    const sealed = words && { words: await this.sealed(tx, before, words) };
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

  private async sealed(tx: Tx, { id, clientId, class: its }: Consent, words: ConsentWords): Promise<Buffer> {
    return this.words.seal(await this.words.keyOf(tx, clientId), { table: 'consent', id, class: its }, words);
  }

  private opened({ wrapped, words, ...consent }: Sealed): ShownConsent {
    if (wrapped === null) return consent;
    const key = this.words.unwrap(consent.clientId, wrapped);
    return {
      ...consent,
      ...this.words.open<ConsentWords>(key, { table: 'consent', id: consent.id, class: consent.class }, words),
    };
  }
}

async function yes(tx: Transaction, statement: Statement, id: Id): Promise<boolean> {
  return (await tx.query<{ is: boolean }>(statement, [id]))[0]?.is ?? false;
}
