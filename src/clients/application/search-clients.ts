import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { Refusal } from '../../kernel/refusal.js';
import { nothingToSearch } from '../domain/clients.problems.js';
import { answers, wantedBy, type MatchKind } from '../domain/search-query.js';
import { FoundBy } from './found-by.js';
import { clientEntry, OpenedClients, type SeenClient } from './opened-clients.js';
import { ExactLimits, type ExactLimit } from '../../platform/limits/exact-limits.js';

export interface FoundClient {
  readonly seen: SeenClient;
  readonly matchedOn: readonly MatchKind[];
}

/** Enough for hands that type; not for a walk through all names. */
const LIMIT: ExactLimit = { name: 'client search', times: 60, within: 60 };

/** The clients of the actor who have what is asked for, the best first. Nothing of the text is written down. */
@Injectable()
export class SearchClients {
  constructor(
    private readonly work: UnitOfWork,
    private readonly foundBy: FoundBy,
    private readonly opened: OpenedClients,
    private readonly limits: ExactLimits,
  ) {}

  /** @throws Refusal `nothing_to_search`, `too_many` */
  async by(actor: Actor, text: string, limit: number): Promise<readonly FoundClient[]> {
    const marks = wantedBy(text);
    if (marks.length === 0) throw new Refusal(nothingToSearch);
    await this.limits.take(LIMIT, actor.membershipId);
    const wanted = await this.foundBy.wanted(marks);
    return this.work.runAsking(
      actor,
      (tx) => [this.foundBy.find(tx, wanted, limit, { enough: answers(marks) })],
      async (tx, matches) => {
        const kinds = new Map((await matches).map((match) => [match.clientId, match.kinds]));
        const seen = await this.opened.some(tx, [...kinds.keys()]);
        tx.record(
          { event: 'clients.searched', facts: { count: seen.length } },
          ...seen.map((one) => clientEntry('client.found', one)),
        );
        return seen.map((one) => ({ seen: one, matchedOn: kinds.get(one.client.id) ?? [] }));
      },
    );
  }
}
