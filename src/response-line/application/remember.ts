import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { refuseStale } from '../../access/refuse-stale.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import { assertFresh } from '../../kernel/fresh.js';
import type { Id } from '../../kernel/ids.js';
import { nextState } from '../../kernel/move.js';
import { Refusal } from '../../kernel/refusal.js';
import { callerNoteLifecycle, type CallerNoteMove } from '../domain/caller-note.lifecycle.js';
import { noteDone } from '../domain/callers.events.js';
import { noteLetGo } from '../domain/callers.problems.js';
import { CallerNoteStore } from '../persistence/caller-note.store.js';
import { CallerDesk, noteView, type NoteView } from './caller-desk.js';

export interface NoteAt {
  readonly id: Id;
  readonly expected: number;
}

/** What a caller asked to be remembered until the next call, and what is to be forgotten again. */
@Injectable()
export class Remember {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly desk: CallerDesk,
    private readonly notes: CallerNoteStore,
  ) {}

  /** @throws Refusal `not_found` */
  anew(actor: Actor, callerId: Id, text: string, receipt: Receipt): Promise<NoteView> {
    return this.work.run(actor, async (tx) => {
      await this.desk.caller(tx, callerId);
      const { id, replayed } = await this.receipts.once(tx, receipt, (own) =>
        this.notes.add(tx, { id: own, callerId }, text, signedBy(tx)),
      );
      const note = await this.desk.note(tx, id);
      tx.record(noteDone(replayed ? 'caller_note.read' : 'caller_note.added', note));
      return noteView(tx, note);
    });
  }

  /** @throws Refusal `not_found`, `stale`, `note_let_go` */
  otherwise(actor: Actor, { id, expected }: NoteAt, text: string): Promise<NoteView> {
    return this.work.run(actor, async (tx) => {
      const before = await this.desk.note(tx, id);
      assertFresh(expected, before.version);
      if (callerNoteLifecycle.final.includes(before.state)) throw new Refusal(noteLetGo);
      const done = await this.notes.rewrite(tx, before, text, signedBy(tx));
      if (!done) refuseStale(expected, await this.notes.one(tx, id));
      const note = await this.desk.note(tx, id);
      tx.record(noteDone('caller_note.changed', note));
      return noteView(tx, note);
    });
  }

  /** @throws Refusal `not_found`, `stale`, `move_not_open` */
  move(actor: Actor, { id, expected }: NoteAt, move: CallerNoteMove, receipt: Receipt): Promise<NoteView> {
    return this.work.run(actor, async (tx) => {
      const before = await this.desk.note(tx, id);
      const { replayed } = await this.receipts.onceOn(tx, receipt, id, async () => {
        assertFresh(expected, before.version);
        nextState(callerNoteLifecycle, move, before.state, {});
        const done = await this.notes.letGo(tx, before, signedBy(tx));
        if (!done) refuseStale(expected, await this.notes.one(tx, id));
      });
      const note = await this.desk.note(tx, id);
      tx.record(noteDone(replayed ? 'caller_note.read' : 'caller_note.let_go', note));
      return noteView(tx, note);
    });
  }
}

const signedBy = ({ actor, now }: Tx) => ({ by: actor.membershipId, at: now });
