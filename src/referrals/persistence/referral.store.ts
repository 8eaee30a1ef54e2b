import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Questions, Transaction } from '../../platform/database/transaction.js';
import { Words, type ClientKey } from '../../platform/sealing/words.js';
import { callerErased } from '../domain/referral.problems.js';
import type { AskedWords, Referral, ReferralMoveMade, ReferralWords, ShownReferral } from '../domain/referral.js';
import { NO_TRIES } from '../domain/referral.rules.js';
import type { Tries } from '../domain/referral.lifecycle.js';
import * as sql from './referral.statements.js';

export type Subject = Pick<Referral, 'clientId' | 'callerId'>;

/** As the database gives it, before anything is opened and anybody named. */
interface SealedReferral extends Omit<ShownReferral, keyof ReferralWords | keyof AskedWords> {
  readonly words: Buffer;
}
/** In a list: with words only where they alone say who is asked, or called. */
export interface ListedReferral extends Omit<SealedReferral, 'words'> {
  readonly words: Buffer | null;
}
/** One by itself. */
interface SealedWhole extends Omit<SealedReferral, 'followsSeen'> {
  readonly askedWords: Buffer | null;
  /** Hers; none of a caller. */
  readonly wrapped: Buffer | null;
}

/** What is said anew, by whom it is theirs to say; what is not among it stays. */
export interface SaidAnew {
  readonly words?: ReferralWords;
  readonly asked?: AskedWords;
}

/** Row-level security shows whoever asks the referrals that they may know of, and of each what they may see of it. */
@Injectable()
export class ReferralStore {
  constructor(private readonly words: Words) {}

  async one(tx: Questions, id: Id): Promise<ShownReferral | undefined> {
    const [found] = await tx.query<SealedWhole>(sql.REFERRAL, [id]);
    if (!found) return undefined;
    const [key, followsSeen] = await Promise.all([
      this.keyIn(tx, found),
      found.followsId === null ? false : this.seesBefore(tx, id),
    ]);
    const row = { ...found, followsSeen };
    if (!key) return row;
    const asked = found.askedWords && this.words.open<AskedWords>(key, placeOfAsked(found), found.askedWords);
    return { ...this.opened(row, key, found.words), ...asked };
  }

  /** Nobody else moves it until this is over. In which zone its days are counted for the actor. */
  async lock(tx: Questions, id: Id): Promise<string> {
    const [here] = await tx.query<{ zone: string }>(sql.LOCK, [id]);
    return here?.zone ?? 'UTC'; // of a referral that they do not see, and so do nothing with
  }

  async tries(tx: Transaction, { id, round }: Referral, zone: string): Promise<Tries> {
    const [tries] = await tx.query<Tries>(sql.TRIES, [id, round, zone]);
    return tries ?? NO_TRIES;
  }

  async add(tx: Transaction, referral: Referral, words: ReferralWords): Promise<void> {
    const sealed = this.words.seal(await this.keyOf(tx, referral), placeOf(referral), words);
    await tx.query(sql.INSERT, sql.insertValues(referral, sealed));
  }

  /** Of one that was taken: nobody else changes it before this is over, so there is no answer to look at. */
  async changeTaken(tx: Work, before: Referral, after: Referral, said: SaidAnew = {}): Promise<void> {
    tx.send(sql.CHANGE, sql.changeValues(before, after, await this.sealed(tx, before, said)));
  }

  /** @returns false when somebody else changed it first */
  async change(tx: Transaction, before: Referral, after: Referral, said: SaidAnew = {}): Promise<boolean> {
    const values = sql.changeValues(before, after, await this.sealed(tx, before, said));
    return (await tx.query<object>(sql.CHANGE, values)).length === 1;
  }

  /** The other side is told that it moved, and nothing of whom it is about. */
  tell(tx: Work, id: Id, kind: string): void {
    tx.lastly(sql.TELL, [id, kind]);
  }

  async addMove(tx: Work, made: ReferralMoveMade, said: { readonly note?: string }): Promise<void> {
    const place = { table: 'referral_move', id: made.id, class: made.class };
    const words = said.note === undefined ? null : this.words.seal(await this.keyOf(tx, made), place, said);
    const { id, referralId, clientId, callerId, round, move, fromState, toState, because, party } = made;
    const step = [round, move, fromState, toState, because, party, made.byMembership, made.at, made.version];
    tx.send(sql.ADD_MOVE, [id, referralId, clientId, callerId, made.class, ...step, words]);
  }

  /** Hers, or the caller's. @throws Refusal `caller_erased` */
  async keyOf(tx: Transaction, of: Subject): Promise<ClientKey> {
    const key = await this.readingKey(tx, of);
    if (!key) throw new Refusal(callerErased);
    return key;
  }

  /** The same, or nothing where the caller was erased: then nothing that was written of them opens. */
  async readingKey(tx: Transaction, { clientId, callerId }: Subject): Promise<ClientKey | undefined> {
    if (clientId !== null) return this.words.keyOf(tx, clientId);
    return (await this.words.keysOfCallers(tx, [callerId ?? ''])).get(callerId ?? '');
  }

  /** As a list shows them: what was written is read in the one that is opened. Where nothing opens, nobody is named. */
  async listed(tx: Questions, rows: readonly ListedReferral[]): Promise<readonly ShownReferral[]> {
    const named = rows.filter(({ words }) => words !== null);
    const ids = (of: keyof Subject) => named.flatMap((row) => row[of] ?? []);
    const [ofClients, ofCallers] = await Promise.all([
      this.words.keysOf(tx, ids('clientId')),
      this.words.keysOfCallers(tx, ids('callerId')),
    ]);
    return rows.map((row) => {
      const key = ofClients.get(row.clientId ?? '') ?? ofCallers.get(row.callerId ?? '');
      return key && row.words ? this.opened(row, key, row.words) : row;
    });
  }

  /** What a caller goes by stands in the words; what a client does is for `names`. */
  private opened<Row extends ListedReferral>(row: Row, key: ClientKey, words: Buffer): Row & ReferralWords {
    const said = this.words.open<ReferralWords>(key, placeOf(row), words);
    return { ...row, ...said, goesBy: said.alias ?? null };
  }

  /** None where a caller was erased. */
  private async keyIn(tx: Questions, { clientId, callerId, wrapped }: SealedWhole): Promise<ClientKey | undefined> {
    if (clientId !== null && wrapped) return this.words.unwrap(clientId, wrapped);
    return (await this.words.keysOfCallers(tx, callerId === null ? [] : [callerId])).get(callerId ?? '');
  }

  private async seesBefore(tx: Questions, id: Id): Promise<boolean> {
    const [before] = await tx.query<{ seen: boolean }>(sql.BEFORE, [id]);
    return before?.seen ?? false;
  }

  private async sealed(tx: Transaction, referral: Referral, { words, asked }: SaidAnew): Promise<sql.SealedWords> {
    if (!words && !asked) return { words: null, askedWords: null };
    const key = await this.keyOf(tx, referral);
    return {
      words: words ? this.words.seal(key, placeOf(referral), words) : null,
      askedWords: asked ? this.words.seal(key, placeOfAsked(referral), asked) : null,
    };
  }
}

type Placed = Pick<Referral, 'id' | 'class'>;

const placeOf = ({ id, class: its }: Placed) => ({ table: 'referral', id, class: its });
/** What the receiver asked. */
const placeOfAsked = ({ id, class: its }: Placed) => ({ table: 'referral/asked', id, class: its });
