import { Injectable } from '@nestjs/common';
import type { Id } from '../../kernel/ids.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import { Words } from '../../platform/sealing/words.js';
import type { DataClass } from '../../access/policy.js';
import type { Referral, Served, SharedChannel, Summary } from '../domain/referral.js';
import { ReferralReceptionRow, ReferralServesRow, ReferralSummaryRow } from './referral-parts.row.js';
import { ReferralStore, type Subject } from './referral.store.js';
import * as sql from './referral.statements.js';

interface Sealed {
  readonly clientId: Id;
  readonly words: Buffer;
  readonly wrapped: Buffer;
}
type SealedServed = Omit<Served, 'ownWords'> & {
  readonly clientId: Id;
  readonly class: DataClass | null;
  readonly words: Buffer | null;
  readonly wrapped: Buffer | null;
};

/** Goals and needs of a client, with the class of each; $2 are their ids. */
const RECORDS: Statement = {
  name: 'referral-records-to-serve',
  text: `SELECT id, class, 'goal' AS kind FROM goal WHERE client_id = $1 AND id = ANY ($2)
    UNION ALL SELECT id, class, 'need' FROM need WHERE client_id = $1 AND id = ANY ($2)`,
};

/** What goes along with a referral: a piece for each class, the goals and needs that it serves, how she is reached. */
@Injectable()
export class ReferralPackageStore {
  constructor(
    private readonly words: Words,
    private readonly referrals: ReferralStore,
  ) {}

  async summaries(tx: Transaction, referral: Referral): Promise<readonly Summary[]> {
    const rows = await tx.query<Omit<Summary, 'text'> & { words: Buffer }>(sql.SUMMARIES, [referral.id]);
    if (rows.length === 0) return [];
    const key = await this.referrals.readingKey(tx, referral);
    if (!key) return [];
    return rows.map(({ words, ...summary }) => ({
      ...summary,
      ...this.words.open<{ text: string }>(key, placeOf(summary), words),
    }));
  }

  async serves(tx: Transaction, id: Id): Promise<readonly Served[]> {
    const rows = await tx.query<SealedServed>(sql.SERVES, [id]);
    return rows.map(({ kind, id: recordId, domain, state, ...row }) => ({
      ...{ kind, id: recordId, domain, state },
      ownWords: this.wordsOfGoal(recordId, row),
    }));
  }

  async channels(tx: Transaction, clientId: Id): Promise<readonly SharedChannel[]> {
    const rows = await tx.query<Omit<SharedChannel, 'value'> & Sealed>(sql.CHANNELS, [clientId]);
    return rows.map(({ clientId: of, words, wrapped, ...channel }) => {
      const place = { table: 'channel', id: channel.id, class: 'identity_contact' };
      return { ...channel, ...this.words.open<object>(this.words.unwrap(of, wrapped), place, words) };
    });
  }

  /** Those of hers that there are, as far as the actor sees them. */
  recordsToServe(tx: Transaction, clientId: Id, ids: readonly Id[]) {
    return tx.query<Pick<ReferralServesRow, 'kind' | 'class'> & { readonly id: Id }>(RECORDS, [clientId, ids]);
  }

  async addSummary(tx: Transaction, row: Omit<ReferralSummaryRow, 'words'>, text: string): Promise<void> {
    await tx.entities.insert(ReferralSummaryRow, { ...row, words: await this.sealed(tx, row, text) });
  }

  async changeSummary(
    tx: Transaction,
    { id, version }: Summary,
    to: Omit<ReferralSummaryRow, 'words' | 'id' | 'version'>,
    text: string,
  ): Promise<void> {
    const words = await this.sealed(tx, { ...to, id }, text);
    const { updatedAt, updatedBy } = to;
    await tx.entities.update(
      ReferralSummaryRow,
      { id, version },
      { words, updatedAt, updatedBy, version: version + 1 },
    );
  }

  async serve(tx: Transaction, referralId: Id, rows: readonly ReferralServesRow[]): Promise<void> {
    await tx.entities.delete(ReferralServesRow, { referralId });
    if (rows.length > 0) await tx.entities.insert(ReferralServesRow, [...rows]);
  }

  /** Whom the receiver took a caller for; to be seen by whom that client's record lets see it. */
  async reception(tx: Transaction, referralId: Id): Promise<Id | undefined> {
    return (await tx.query<{ clientId: Id }>(sql.RECEPTION, [referralId]))[0]?.clientId;
  }

  async receive(tx: Transaction, row: ReferralReceptionRow): Promise<void> {
    await tx.entities.insert(ReferralReceptionRow, row);
  }

  private async sealed(tx: Transaction, of: Pick<Summary, 'id' | 'class'> & Subject, text: string): Promise<Buffer> {
    return this.words.seal(await this.referrals.keyOf(tx, of), placeOf(of), { text });
  }

  private wordsOfGoal(
    id: Id,
    { clientId, class: its, words, wrapped }: Omit<SealedServed, 'kind' | 'id' | 'domain' | 'state'>,
  ) {
    if (words === null || wrapped === null || its === null) return null;
    const key = this.words.unwrap(clientId, wrapped);
    return this.words.open<{ ownWords: string }>(key, { table: 'goal', id, class: its }, words).ownWords;
  }
}

const placeOf = ({ id, class: its }: Pick<Summary, 'id' | 'class'>) => ({ table: 'referral_summary', id, class: its });
