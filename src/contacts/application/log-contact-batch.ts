import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { sessionOver } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { isDatabaseAway } from '../../platform/database/database-faults.js';
import { sqlState, type Statement } from '../../platform/database/transaction.js';
import { batchItemRefused, batchReceived, contactKnown } from '../domain/contacts.events.js';
import { ContactDesk, type Standing } from './contact-desk.js';
import { ContactLogging, type LogWish } from './contact-logging.js';
import { inFlight } from '../../audit/receipts.problems.js';
import { refusalOf } from '../../platform/database/refusal-of.js';

/** Whose id was not readable has none. */
export type BatchItem =
  { readonly id: Id; readonly wish: LogWish } | { readonly id: Id | null; readonly refusal: Refusal };

export interface BatchResult {
  readonly id: Id | null;
  readonly status: 'saved' | 'already_saved' | 'not_saved';
  readonly refusal?: Refusal;
}

type Readable = Extract<BatchItem, { wish: LogWish }>;

/** Batches of one worker take turns: the second of two equal ones finds what the first has saved. */
const TURN: Statement = {
  name: 'contact-batch-turn',
  text: `SELECT pg_advisory_xact_lock(hashtextextended((SELECT app_membership())::text, 13))`,
};

const TRIES = 4;
/** Milliseconds. */
const PAUSE = 10;

/** What a phone wrote down while it was offline. Each item is saved, or not, for itself. */
@Injectable()
export class LogContactBatch {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ContactDesk,
    private readonly logging: ContactLogging,
  ) {}

  /** In the order of the items. */
  async by(actor: Actor, items: readonly BatchItem[]): Promise<readonly BatchResult[]> {
    const known = await this.together(actor, items.filter(isReadable));
    const results: BatchResult[] = [];
    for (const item of items) results.push(known.get(item) ?? (await this.patiently(actor, item)));
    const unseen = items.flatMap((item, index) =>
      isReadable(item) && isWrittenDown(results[index]?.refusal) ? [batchItemRefused(item.wish.clientId, item.id)] : [],
    );
    if (unseen.length > 0) await this.work.refuse(actor, ...unseen);
    return results;
  }

  /**
   * One transaction for whatever opens no task: of such an item nothing is written before everything that could refuse it
   * has been asked. Where the database itself objects to one, none is saved here and each goes alone.
   */
  private async together(actor: Actor, items: readonly Readable[]): Promise<ReadonlyMap<BatchItem, BatchResult>> {
    const plain = items.filter(({ wish }) => wish.followUps.length === 0);
    if (plain.length === 0) return new Map();
    try {
      return await this.work.run(actor, async (tx) => {
        await tx.query(TURN);
        const standing = this.standingOf(tx, plain);
        tx.record(batchReceived(plain.length));
        const log = (item: Readable) => this.log(tx, item, standing.get(item.wish.clientId)).catch(asRefused(item));
        const ended = await settled(plain, log);
        return new Map([...ended].filter(([, result]) => !isInFlight(result)));
      });
    } catch (fault) {
      if (isAboutData(fault)) return new Map();
      throw fault;
    }
  }

  /** The same contact may be on its way by itself, or in a batch that ends at this moment. */
  private async patiently(actor: Actor, item: BatchItem): Promise<BatchResult> {
    for (let attempt = 1; ; attempt++) {
      const result = await this.alone(actor, item);
      if (!isInFlight(result) || attempt === TRIES) return result;
      await pause(attempt * PAUSE);
    }
  }

  private async alone(actor: Actor, item: BatchItem): Promise<BatchResult> {
    if (!isReadable(item)) return { id: item.id, status: 'not_saved', refusal: item.refusal };
    const logged = this.work.run(actor, async (tx) => {
      await tx.query(TURN);
      return this.log(tx, item);
    });
    return logged.catch((fault: unknown) => {
      if (isDatabaseAway(fault)) throw fault;
      return asRefused(item)(refusalOf(fault));
    });
  }

  private async log(tx: Tx, { id, wish }: Readable, standing?: Promise<Standing>): Promise<BatchResult> {
    const { made } = await this.logging.within(tx, wish, standing);
    if (!made) tx.record(contactKnown({ id, clientId: wish.clientId }));
    return { id, status: made ? 'saved' : 'already_saved' };
  }

  /** Asked once a client, however many of the items are hers. */
  private standingOf(tx: Tx, items: readonly Readable[]): ReadonlyMap<Id, Promise<Standing>> {
    const clientIds = new Set(items.map(({ wish }) => wish.clientId));
    return new Map([...clientIds].map((clientId) => [clientId, this.desk.toWrite(tx, clientId)]));
  }
}

const isInFlight = ({ refusal }: BatchResult): boolean => refusal?.problem === inFlight;

const isReadable = (item: BatchItem): item is Readable => 'wish' in item;

const isWrittenDown = (refusal: Refusal | undefined): boolean =>
  refusal?.problem.kind === 'not-found' || refusal?.problem.kind === 'forbidden';

/** Of SQLSTATE class 22, 23 or 42501: what one item holds, not how the database is. */
const isAboutData = (fault: unknown): boolean => /^(22|23|42501)/.test(sqlState(fault) ?? '');

const asRefused =
  ({ id }: Readable) =>
  (fault: unknown): BatchResult => {
    if (!(fault instanceof Refusal) || fault.problem === sessionOver) throw fault;
    return { id, status: 'not_saved', refusal: fault };
  };

/** All come to an end before the first fault is thrown: none may still be at work when the connection is given back. */
async function settled<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Map<Item, Result>> {
  const results = new Map<Item, Result>();
  const faults: unknown[] = [];
  const one = async (item: Item) => {
    await work(item).then(
      (result) => results.set(item, result),
      (fault: unknown) => faults.push(fault),
    );
  };
  await Promise.all(items.map(one));
  if (faults.length > 0) throw faults[0];
  return results;
}
