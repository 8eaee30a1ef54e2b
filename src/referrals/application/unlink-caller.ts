import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { refuseStale } from '../../access/refuse-stale.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { assertFresh } from '../../kernel/fresh.js';
import type { Id } from '../../kernel/ids.js';
import { nextState } from '../../kernel/move.js';
import { callerLinkLifecycle, type CallerLinkMove } from '../domain/caller-link.lifecycle.js';
import { callerLinkDone } from '../domain/caller-links.events.js';
import { CallerLinkStore } from '../persistence/caller-link.store.js';
import { CallerLinkDesk, callerLinkView, type CallerLinkView } from './caller-link-desk.js';

export interface UnlinkOrder {
  readonly id: Id;
  readonly expected: number;
  readonly move: CallerLinkMove;
  readonly receipt: Receipt;
}

/** Undoes a link: the next request reads one side again, and both sides are whole. */
@Injectable()
export class UnlinkCaller {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly desk: CallerLinkDesk,
    private readonly links: CallerLinkStore,
  ) {}

  /** @throws Refusal `not_found`, `role_may_not`, `class_not_held`, `stale`, `move_not_open` */
  by(actor: Actor, { id, expected, move, receipt }: UnlinkOrder): Promise<CallerLinkView> {
    return this.work.run(actor, async (tx) => {
      const { link: before } = await this.desk.link(tx, 'caller-link:change', id);
      const { replayed } = await this.receipts.onceOn(tx, receipt, id, async () => {
        assertFresh(expected, before.version);
        nextState(callerLinkLifecycle, move, before.state, {});
        const done = await this.links.unlink(tx, before, { at: tx.now, by: tx.actor.membershipId });
        if (!done) refuseStale(expected, await this.links.one(tx, id));
      });
      const { link, held } = await this.desk.link(tx, 'caller-link:read', id);
      tx.record(callerLinkDone(replayed ? 'caller_link.read' : 'caller_link.undone', link, held));
      return callerLinkView(tx, link, held);
    });
  }
}
