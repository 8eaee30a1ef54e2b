import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import type { DataClass } from '../../access/policy.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { OpenedClients, type SeenClient } from '../../clients/application/opened-clients.js';
import type { SharedThing } from '../../clients/domain/search-marks.js';
import { isId } from '../../kernel/ids.js';
import { assertCursorOfThisList, type Page, type PageRequest } from '../../kernel/page.js';
import { nobodyAlike, recordsShown } from '../domain/record-links.events.js';
import { AlikePairStore } from '../persistence/alike-pair.store.js';

/** Why two records look alike: what they share, and of which class that is. */
export interface Reason {
  readonly shared: SharedThing;
  readonly class: DataClass;
}

export interface SeenPair {
  readonly records: readonly [SeenClient, SeenClient];
  readonly reasons: readonly Reason[];
}

const CLASS_OF: Readonly<Record<SharedThing, DataClass>> = {
  names_alike: 'identity_name',
  name: 'identity_name',
  birth_date: 'identity_name',
  phone: 'identity_contact',
  email: 'identity_contact',
};

/** Pairs among the clients whom the actor sees that may be one person, each with the reasons and with nothing but these. */
@Injectable()
export class FindAlikePairs {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pairs: AlikePairStore,
    private readonly opened: OpenedClients,
  ) {}

  by(actor: Actor, page: PageRequest): Promise<Page<SeenPair>> {
    assertCursorOfThisList(page.after === undefined || (page.after.length === 2 && page.after.every(isId)));
    return this.work.run(actor, async (tx) => {
      const { items, ...more } = await this.pairs.page(tx, page);
      const seen = await this.opened.some(tx, [...new Set(items.flatMap(({ one, other }) => [one, other]))]);
      const byId = new Map(seen.map((one) => [one.client.id, one]));
      const shown = items.flatMap(({ one, other, shared }): SeenPair[] => {
        const [first, second] = [byId.get(one), byId.get(other)];
        return first && second ? [{ records: [first, second], reasons: shared.map(reasonOf) }] : [];
      });
      const each = seen.map(({ client, held }) => ({ clientId: client.id, held }));
      if (each.length === 0) tx.record(nobodyAlike());
      else tx.record(...recordsShown('possible_duplicate.listed', each));
      return { items: shown, ...more };
    });
  }
}

const reasonOf = (shared: SharedThing): Reason => ({ shared, class: CLASS_OF[shared] });
