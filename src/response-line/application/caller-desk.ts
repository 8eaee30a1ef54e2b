import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import { reachOf } from '../../access/policy.js';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import type { ShownCaller, ShownNote } from '../domain/caller.js';
import { callerNoteLifecycle, type CallerNoteMove } from '../domain/caller-note.lifecycle.js';
import { CallerNoteStore } from '../persistence/caller-note.store.js';
import { CallerStore } from '../persistence/caller.store.js';

export interface NoteView extends ShownNote {
  readonly openMoves: readonly CallerNoteMove[];
}

export interface CallerView extends ShownCaller {
  readonly remembered: readonly NoteView[];
}

/** Callers as they lie before somebody: those of the operator's own line. Of all others nobody says that they exist. */
@Injectable()
export class CallerDesk {
  constructor(
    private readonly callers: CallerStore,
    private readonly notes: CallerNoteStore,
  ) {}

  /** @throws Refusal `not_found`, the same for a caller unknown and of another line */
  async caller(tx: Tx, id: Id): Promise<ShownCaller> {
    const caller = await this.callers.one(tx, id);
    if (!caller) throw new Refusal(notFound);
    return caller;
  }

  /** With what is remembered, the oldest first. @throws Refusal `not_found` */
  async view(tx: Tx, id: Id): Promise<CallerView> {
    const [caller, notes] = await Promise.all([this.caller(tx, id), this.notes.of(tx, [id])]);
    return { ...caller, remembered: notes.map((note) => noteView(tx, note)) };
  }

  /** @throws Refusal `not_found` */
  async note(tx: Tx, id: Id): Promise<ShownNote> {
    const note = await this.notes.one(tx, id);
    if (!note) throw new Refusal(notFound);
    return note;
  }
}

export const noteView = (tx: Tx, note: ShownNote): NoteView => ({
  ...note,
  openMoves: reachOf(tx.actor.role, 'caller:write') === 'none' ? [] : callerNoteLifecycle.openMoves(note.state, {}),
});
