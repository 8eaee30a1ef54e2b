import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { refuseStale } from '../../access/refuse-stale.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { assertHolds } from '../../kernel/invalid.js';
import { nextState, partFaults } from '../../kernel/move.js';
import { Refusal } from '../../kernel/refusal.js';
import { assertFresh } from '../../kernel/fresh.js';
import type { PartedBecause, ShownLink } from '../domain/record-link.js';
import { LINK_MOVE_PARTS, recordLinkLifecycle, type LinkMove } from '../domain/record-link.lifecycle.js';
import { linkDone } from '../domain/record-links.events.js';
import { RecordLinkStore } from '../persistence/record-link.store.js';
import { LinkDesk, linkView, type LinkView } from './link-desk.js';

export interface PartOrder {
  readonly id: Id;
  readonly expected: number;
  readonly receipt: Receipt;
  readonly wish: { readonly move: LinkMove; readonly because?: PartedBecause; readonly note?: string };
}

/** Undoes a link: the next request sees two records again, each as it always was. */
@Injectable()
export class PartRecords {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: LinkDesk,
    private readonly receipts: Receipts,
    private readonly links: RecordLinkStore,
  ) {}

  /** @throws Refusal `not_found`, `role_may_not`, `class_not_held`, `stale`, `move_not_open` */
  by(actor: Actor, { id, expected, receipt, wish }: PartOrder): Promise<LinkView> {
    return this.work.run(actor, async (tx) => {
      assertHolds(partFaults(LINK_MOVE_PARTS, wish));
      const before = await this.links.one(tx, id);
      if (!before) throw new Refusal(notFound);
      const both = await this.desk.of(tx, { permission: 'record-link:change', write: 'identity_name' }, before);
      const { replayed } = await this.receipts.onceOn(tx, receipt, id, async () => {
        assertFresh(expected, before.version);
        await this.part(tx, before, wish);
      });
      const link = await this.links.one(tx, id);
      if (!link) throw new Refusal(notFound);
      tx.record(...linkDone(replayed ? 'record_link.read' : 'record_link.parted', link, both));
      return linkView(tx, link, both);
    });
  }

  private async part(tx: Tx, link: ShownLink, { move, because, note }: PartOrder['wish']): Promise<void> {
    nextState(recordLinkLifecycle, move, link.state, {});
    const words = { ...link.words, ...(note !== undefined && { partedNote: note }) };
    const parting = { because: because ?? 'other', at: tx.now, by: tx.actor.membershipId, words } as const;
    if (!(await this.links.part(tx, link, parting))) refuseStale(link.version, await this.links.one(tx, link.id));
  }
}
