import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import { newId, type Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import type { CallerWords } from '../domain/caller.js';
import { callerDone, noteDone } from '../domain/callers.events.js';
import { whereToCallLacking } from '../domain/callers.problems.js';
import { CallerNoteStore } from '../persistence/caller-note.store.js';
import { CallerStore } from '../persistence/caller.store.js';
import { CallerDesk, type CallerView } from './caller-desk.js';
import { KnownByAlias } from './known-by-alias.js';

export interface NewCaller {
  readonly language: string;
  readonly mayBeCalledBack: boolean;
  readonly words: CallerWords;
  readonly remember: readonly string[];
}

/** Somebody called. Nothing has to be said of oneself: no name is asked for, and an alias is enough to be known again. */
@Injectable()
export class MeetCaller {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly known: KnownByAlias,
    private readonly desk: CallerDesk,
    private readonly callers: CallerStore,
    private readonly notes: CallerNoteStore,
  ) {}

  /** @throws Refusal `where_to_call_lacking` */
  async by(actor: Actor, receipt: Receipt, wanted: NewCaller): Promise<CallerView> {
    if (wanted.mayBeCalledBack && wanted.words.whereToCall === undefined) throw new Refusal(whereToCallLacking);
    const tokens = await this.known.tokensOf(wanted.words.alias);
    return this.work.run(actor, async (tx) => {
      const { id, replayed } = await this.receipts.once(tx, receipt, async (own) => {
        await this.make(tx, own, wanted);
        await this.known.keep(tx, own, tokens);
      });
      const caller = await this.desk.view(tx, id);
      tx.record(callerDone(replayed ? 'caller.read' : 'caller.created', id, { version: caller.version }));
      return caller;
    });
  }

  private async make(tx: Tx, id: Id, { language, mayBeCalledBack, words, remember }: NewCaller): Promise<void> {
    const [at, by] = [tx.now, tx.actor.membershipId];
    const signed = { createdAt: at, createdBy: by, updatedAt: at, updatedBy: by, version: 1 };
    const caller = { id, organisationId: tx.actor.organisationId, language, mayBeCalledBack, ...signed };
    await this.callers.add(tx, caller, words);
    for (const text of remember) {
      const note = { id: newId(), callerId: id };
      await this.notes.add(tx, note, text, { by, at });
      tx.record(noteDone('caller_note.added', { ...note, version: 1 }));
    }
  }
}
