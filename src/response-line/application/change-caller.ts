import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { refuseStale } from '../../access/refuse-stale.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { assertFresh } from '../../kernel/fresh.js';
import type { Id } from '../../kernel/ids.js';
import { patched, sent } from '../../kernel/merge-patch.js';
import { Refusal } from '../../kernel/refusal.js';
import { CALLER_WORDS, type CallerChange } from '../domain/caller.js';
import { callerDone } from '../domain/callers.events.js';
import { whereToCallLacking } from '../domain/callers.problems.js';
import { CallerStore } from '../persistence/caller.store.js';
import { CallerDesk, type CallerView } from './caller-desk.js';
import { KnownByAlias } from './known-by-alias.js';

@Injectable()
export class ChangeCaller {
  constructor(
    private readonly work: UnitOfWork,
    private readonly known: KnownByAlias,
    private readonly desk: CallerDesk,
    private readonly callers: CallerStore,
  ) {}

  /** @throws Refusal `not_found`, `stale`, `where_to_call_lacking` */
  async by(actor: Actor, id: Id, expected: number, { words: change, ...columns }: CallerChange): Promise<CallerView> {
    const tokens = await this.known.tokensOf(change.alias ?? undefined);
    return this.work.run(actor, async (tx) => {
      const before = await this.desk.caller(tx, id);
      assertFresh(expected, before.version);
      const to = { ...before, ...sent(columns) };
      const words = patched(before.words, change, CALLER_WORDS);
      if (to.mayBeCalledBack && words.whereToCall === undefined) throw new Refusal(whereToCallLacking);
      const signed = { by: tx.actor.membershipId, at: tx.now };
      if (!(await this.callers.change(tx, to, words, signed))) refuseStale(expected, await this.callers.one(tx, id));
      if (change.alias !== undefined) await this.known.keep(tx, id, tokens);
      const fields = [...Object.keys(columns), ...Object.keys(change)];
      tx.record(callerDone('caller.changed', id, { version: expected + 1, fields }));
      return this.desk.view(tx, id);
    });
  }
}
