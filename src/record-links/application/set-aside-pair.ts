import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { pairOf, type Pair, type SetAsideBecause } from '../domain/record-link.js';
import { recordsShown } from '../domain/record-links.events.js';
import { RecordLinkStore, type SetAside } from '../persistence/record-link.store.js';
import { LinkDesk } from './link-desk.js';

export interface PairSetAside extends SetAside {
  readonly clientIds: Pair;
}

/** Two records that somebody looked at and that are to stay apart: nobody who sees both is asked about them again. */
@Injectable()
export class SetAsidePair {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: LinkDesk,
    private readonly links: RecordLinkStore,
  ) {}

  /**
   * Set aside already, it stays as it was said first.
   *
   * @throws Refusal `not_found`, `same_record`, `role_may_not`, `class_not_held`
   */
  by(actor: Actor, of: { readonly clientId: Id; readonly otherClientId: Id; readonly because: SetAsideBecause }) {
    return this.work.run(actor, async (tx): Promise<PairSetAside> => {
      const asked = { permission: 'record-pair:set-aside', write: 'coordination' } as const;
      const both = await this.desk.both(tx, asked, of.clientId, of.otherClientId);
      const pair = pairOf(of.clientId, of.otherClientId);
      const wanted = { because: of.because, setAsideAt: tx.now, setAsideBy: actor.membershipId };
      await this.links.setAside(tx, pair, wanted);
      const stands = await this.links.setAsideOf(tx, pair);
      if (!stands) throw new Error('A pair that was set aside is not there to read.');
      tx.record(...recordsShown('possible_duplicate.set_aside', both));
      return { clientIds: pair, ...stands };
    });
  }
}
