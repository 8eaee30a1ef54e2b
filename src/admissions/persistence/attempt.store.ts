import { Injectable } from '@nestjs/common';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { keyAfter, pageOf, type Page, type PageRequest } from '../../kernel/page.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { Words } from '../../platform/sealing/words.js';
import type { Outcome } from '../domain/attempt.codes.js';
import type { Attempt, AttemptWords, ShownAttempt } from '../domain/attempt.js';
import { AttemptRow } from './attempt.row.js';
import {
  ATTEMPT,
  ATTEMPTS,
  LIVE_ATTEMPT,
  NEXT_NUMBER,
  OTHERS_MISSED,
  SOME_CAME,
  WORKS_HERE,
} from './attempt.statements.js';

type SealedAttempt = Attempt & { readonly words: Buffer; readonly wrapped: Buffer };
type Standing = Pick<Attempt, 'id' | 'clientId' | 'version'>;

const isNumber = (part: string): boolean => /^\d{1,5}$/.test(part);

/** Row-level security decides what is found: through a client's grants, or through the referral alone. */
@Injectable()
export class AttemptStore {
  constructor(private readonly words: Words) {}

  async one(tx: Transaction, id: Id): Promise<ShownAttempt | undefined> {
    const [found] = await tx.query<SealedAttempt>(ATTEMPT, [id]);
    return found && this.opened(found);
  }

  async live(tx: Transaction, referralId: Id): Promise<ShownAttempt | undefined> {
    const [found] = await tx.query<SealedAttempt>(LIVE_ATTEMPT, [referralId]);
    return found && this.opened(found);
  }

  async page(tx: Transaction, referralId: Id, page: PageRequest): Promise<Page<ShownAttempt>> {
    const [after = '0'] = keyAfter(page, isNumber) ?? [];
    const rows = await tx.query<SealedAttempt>(ATTEMPTS, [referralId, after, page.limit + 1]);
    return pageOf(
      rows.map((row) => this.opened(row)),
      page.limit,
      ({ number }) => [String(number)],
    );
  }

  async nextNumber(tx: Transaction, referralId: Id): Promise<number> {
    return (await tx.query<{ number: number }>(NEXT_NUMBER, [referralId]))[0]?.number ?? 1;
  }

  /** Whether somebody came to a date of this round. */
  async someCame(tx: Transaction, referralId: Id, round: number): Promise<boolean> {
    return (await tx.query(SOME_CAME, [referralId, round])).length > 0;
  }

  /** Whether another date of this round did not work out for her: somebody reaches out because of that one as well. */
  async othersMissed(
    tx: Transaction,
    { id, referralId, round }: Attempt,
    outcomes: readonly Outcome[],
  ): Promise<boolean> {
    return (await tx.query(OTHERS_MISSED, [referralId, round, id, outcomes])).length > 0;
  }

  async worksHere(tx: Transaction, membershipId: Id): Promise<boolean> {
    return (await tx.query(WORKS_HERE, [membershipId])).length === 1;
  }

  async add(tx: Transaction, attempt: Attempt, words: AttemptWords): Promise<void> {
    const row: Attempt & { words: Buffer } = { ...attempt, words: await this.sealed(tx, attempt, words) };
    await tx.entities.insert(AttemptRow, { ...row, beforeSteps: [...row.beforeSteps] });
  }

  /** False when somebody else changed it first. */
  async change(tx: Tx, attempt: Standing, to: Partial<Attempt>, words: AttemptWords): Promise<boolean> {
    const { beforeSteps, ...plain } = to;
    const row = {
      ...plain,
      ...(beforeSteps && { beforeSteps: [...beforeSteps] }),
      words: await this.sealed(tx, attempt, words),
      updatedAt: tx.now,
      updatedBy: tx.actor.membershipId,
      version: attempt.version + 1,
    };
    const { id, version } = attempt;
    return (await tx.entities.update(AttemptRow, { id, version }, row)).affected === 1;
  }

  private async sealed(tx: Transaction, { id, clientId }: Pick<Attempt, 'id' | 'clientId'>, words: AttemptWords) {
    return this.words.seal(await this.words.keyOf(tx, clientId), placeOf(id), words);
  }

  private opened({ wrapped, words, ...attempt }: SealedAttempt): ShownAttempt {
    const key = this.words.unwrap(attempt.clientId, wrapped);
    return { ...attempt, ...this.words.open<AttemptWords>(key, placeOf(attempt.id), words) };
  }
}

const placeOf = (id: Id) => ({ table: 'attempt', id, class: 'coordination' });
