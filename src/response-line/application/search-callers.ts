import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { Refusal } from '../../kernel/refusal.js';
import { ExactLimits, type ExactLimit } from '../../platform/limits/exact-limits.js';
import type { ShownCaller } from '../domain/caller.js';
import { answers, wantedBy, type AliasMatch } from '../domain/caller-marks.js';
import { callerDone, callersSeen } from '../domain/callers.events.js';
import { nothingToFindBy } from '../domain/callers.problems.js';
import { CallerStore } from '../persistence/caller.store.js';
import { KnownByAlias } from './known-by-alias.js';

export interface FoundCaller {
  readonly caller: ShownCaller;
  readonly matchedOn: readonly AliasMatch[];
}

/** Enough for hands that type; not for a walk through all aliases. */
const LIMIT: ExactLimit = { name: 'caller search', times: 60, within: 60 };

/** Those of the actor's line who go by what is asked for, the best first. Nothing of the text is written down. */
@Injectable()
export class SearchCallers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly known: KnownByAlias,
    private readonly callers: CallerStore,
    private readonly limits: ExactLimits,
  ) {}

  /** @throws Refusal `nothing_to_find_by`, `too_many` */
  async by(actor: Actor, text: string, limit: number): Promise<readonly FoundCaller[]> {
    const marks = wantedBy(text);
    if (marks.length === 0) throw new Refusal(nothingToFindBy);
    await this.limits.take(LIMIT, actor.membershipId);
    const wanted = await this.known.wanted(marks);
    return this.work.run(actor, async (tx) => {
      const found = (await this.known.find(tx, wanted, limit)).filter(answers(marks));
      const kinds = new Map(found.map(({ callerId, kinds: matched }) => [callerId, matched]));
      const callers = await this.callers.some(tx, [...kinds.keys()]);
      tx.record(
        callersSeen('callers.searched', callers.length),
        ...callers.map(({ id }) => callerDone('caller.found', id)),
      );
      return callers.map((caller) => ({ caller, matchedOn: kinds.get(caller.id) ?? [] }));
    });
  }
}
