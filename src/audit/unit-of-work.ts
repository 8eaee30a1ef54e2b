import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { assertSteppedUp } from '../access/step-up.js';
import type { Id } from '../kernel/ids.js';
import {
  Transactions,
  type OpenTransaction,
  type Statement,
  type Transaction,
} from '../platform/database/transaction.js';
import { auditInsert } from './audit-entries.js';
import type { AuditEvent } from './audit-event.js';
import { enter, enterUnsigned, type Entered, type FixedClock } from './enter.js';

/** A transaction in which somebody acts: what they do is written down in it, or is not done. */
export interface Work extends Transaction {
  /** When this happens: one instant for the whole transaction, by the database's clock. RFC 3339, UTC, milliseconds. */
  readonly now: string;
  record(...events: readonly AuditEvent[]): void;
  /** A change whose answer nothing waits for: it leaves ahead of what is asked next, and takes no trip of its own. */
  send(statement: Statement, values: readonly unknown[]): void;
  /** The same, with the audit rows and COMMIT: for what holds rows that many others want, such as those who are told. */
  lastly(statement: Statement, values: readonly unknown[]): void;
}

export interface Tx extends Work {
  readonly actor: Actor;
  /** When the session last showed its second factor; `assertSteppedUp` says whether that is a moment ago. */
  readonly verifiedAt: string | null;
}

/** For questions that leave together with the session check: they read, and its answer tells what time it is. */
export interface Asking extends Transaction {
  readonly actor: Actor;
  readonly now: string | Promise<string>;
}

/** Work before anybody is signed in. */
export interface UnsignedTx extends Work {
  /** From here on the audit rows name this person: whoever has just been recognised. */
  recognise(person: Partial<Actor>): void;
}

/** The token under which the clock of tests is provided. */
export const FIXED_CLOCK = 'fixed-clock';

/**
 * The only way to the data: one transaction, one actor, one set of audit rows. Its first statement checks that the
 * session still stands, so ending a session, a role or an account is in force on the next request; its last one writes
 * the audit rows together with COMMIT. Work that records nothing is not committed: no audit, no answer.
 */
@Injectable()
export class UnitOfWork {
  constructor(
    private readonly transactions: Transactions,
    @Inject(FIXED_CLOCK) private readonly clock: FixedClock,
  ) {}

  /**
   * @throws Refusal `session_over` when session, membership or account no longer stand, or the role is another by now;
   *   `step_up_needed` where the route asks for it
   */
  run<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.runAsking(actor, () => [], work);
  }

  /**
   * The same with one trip less: `ask` sends at once what depends on nothing but the request. PostgreSQL answers it after
   * the session check, which has to pass before any of it is handed on; where it does not, nobody was named, and
   * row-level security showed these questions nothing.
   */
  runAsking<T, Asked extends readonly Promise<unknown>[]>(
    actor: Actor,
    ask: (tx: Asking) => readonly [...Asked],
    work: (tx: Tx, ...asked: Asked) => Promise<T>,
  ): Promise<T> {
    return this.transactions.run(async (open) => {
      const entering = this.enter(open, actor, true);
      const asked = ask(askingIn(open, actor, entering));
      asked.forEach((one) => void one.catch(() => undefined)); // whoever needs it meets its fault
      const recorder = new Recorder(open, actor, await entering);
      const result = await work(recorder.tx as Tx, ...asked);
      recorder.close('done');
      return result;
    });
  }

  /**
   * For what concerns no client (who am I, the organisations, my sessions): nothing has to be recorded, and row-level
   * security shows no client row either.
   */
  runWithoutClients<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transactions.run(async (open) => {
      const recorder = new Recorder(open, actor, await this.enter(open, actor, false));
      const result = await work(recorder.tx as Tx);
      recorder.closeWithoutClients();
      return result;
    });
  }

  /** For what happens before anybody is signed in. Row-level security shows it no client at all. */
  runUnsigned<T>(requestId: Id, work: (tx: UnsignedTx) => Promise<T>): Promise<T> {
    return this.transactions.run(async (open) => {
      const recorder = await this.unsigned(open, requestId);
      const result = await work({ ...recorder.tx, recognise: (person) => recorder.recognise(person) });
      recorder.closeWithoutClients();
      return result;
    });
  }

  /** A refusal leaves its row in a short transaction of its own: what it refused has been rolled back. */
  refuse(actor: Actor, ...events: readonly AuditEvent[]): Promise<void> {
    return this.transactions.run(async (open) => {
      const recorder = new Recorder(open, actor, await enter(open, actor, this.clock, false));
      recorder.tx.record(...events);
      recorder.close('refused');
    });
  }

  /** The same where nobody could be recognised: the row names no person and no client. */
  refuseUnsigned(requestId: Id, ...events: readonly AuditEvent[]): Promise<void> {
    return this.transactions.run(async (open) => {
      const recorder = await this.unsigned(open, requestId);
      recorder.tx.record(...events);
      recorder.close('refused');
    });
  }

  private async unsigned(open: OpenTransaction, requestId: Id): Promise<Recorder> {
    return new Recorder(open, { requestId }, { now: await enterUnsigned(open, this.clock), verifiedAt: null });
  }

  private async enter(open: OpenTransaction, actor: Actor, withClients: boolean): Promise<Entered> {
    const entered = await enter(open, actor, this.clock, withClients);
    if (actor.mustHaveSteppedUp) assertSteppedUp(entered);
    return entered;
  }
}

const askingIn = (open: OpenTransaction, actor: Actor, entering: Promise<Entered>): Asking => ({
  actor,
  get entities() {
    return open.entities;
  },
  query: (statement, values) => open.query(statement, values),
  get now() {
    return entering.then(({ now }) => now);
  },
});

class Recorder {
  private readonly events: AuditEvent[] = [];
  private readonly last: [Statement, readonly unknown[]][] = [];
  readonly tx: Work;

  constructor(
    private readonly open: OpenTransaction,
    private actor: Pick<Actor, 'requestId'> & Partial<Actor>,
    { now, verifiedAt }: Entered,
  ) {
    this.tx = {
      now,
      ...('sessionId' in actor && { actor, verifiedAt }),
      get entities() {
        return open.entities;
      },
      query: (statement, values) => open.query(statement, values),
      record: (...events) => void this.events.push(...events),
      send: (statement, values) => open.send(statement, values),
      lastly: (statement, values) => void this.last.push([statement, values]),
    };
  }

  recognise(person: Partial<Actor>): void {
    this.actor = { ...this.actor, ...person };
  }

  close(outcome: 'done' | 'refused'): void {
    if (this.events.length === 0) throw new Error('This unit of work recorded nothing: no audit, no answer.');
    this.last.push(auditInsert({ actor: this.actor, now: this.tx.now, outcome }, this.events.splice(0)));
    this.sendLast();
  }

  closeWithoutClients(): void {
    if (this.events.length > 0) this.close('done');
    else this.sendLast();
  }

  private sendLast(): void {
    for (const [statement, values] of this.last.splice(0)) this.open.send(statement, values);
  }
}
