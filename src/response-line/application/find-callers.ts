import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import type { Page, PageRequest } from '../../kernel/page.js';
import type { ShownCaller } from '../domain/caller.js';
import { callerDone, callersSeen, noteDone } from '../domain/callers.events.js';
import { CallerStore } from '../persistence/caller.store.js';
import { CallerDesk, noteView, type CallerView, type NoteView } from './caller-desk.js';

@Injectable()
export class FindCallers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: CallerDesk,
    private readonly callers: CallerStore,
  ) {}

  /** Those of the actor's line, whom it heard of last first. */
  all(actor: Actor, page: PageRequest): Promise<Page<ShownCaller>> {
    return this.work.run(actor, async (tx) => {
      const found = await this.callers.page(tx, page);
      tx.record(
        callersSeen('callers.listed', found.items.length),
        ...found.items.map(({ id }) => callerDone('caller.listed', id)),
      );
      return found;
    });
  }

  /** @throws Refusal `not_found` */
  one(actor: Actor, id: Id): Promise<CallerView> {
    return this.work.run(actor, async (tx) => {
      const caller = await this.desk.view(tx, id);
      tx.record(callerDone('caller.read', id, { version: caller.version }));
      return caller;
    });
  }

  /** What is remembered, the oldest first. @throws Refusal `not_found` */
  notes(actor: Actor, id: Id): Promise<readonly NoteView[]> {
    return this.work.run(actor, async (tx) => {
      const { remembered } = await this.desk.view(tx, id);
      tx.record(callerDone('caller_note.listed', id, { count: remembered.length }));
      return remembered;
    });
  }

  /** @throws Refusal `not_found` */
  note(actor: Actor, id: Id): Promise<NoteView> {
    return this.work.run(actor, async (tx) => {
      const note = await this.desk.note(tx, id);
      tx.record(noteDone('caller_note.read', note));
      return noteView(tx, note);
    });
  }
}
