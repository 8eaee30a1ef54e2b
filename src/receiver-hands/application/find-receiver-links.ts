import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import type { Permission } from '../../access/policy.js';
import { refuseStale } from '../../access/refuse-stale.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import { handLinkLifecycle, type TeamMove } from '../../client-hands/domain/hand-link.lifecycle.js';
import { assertFresh } from '../../kernel/fresh.js';
import type { Id } from '../../kernel/ids.js';
import { nextState } from '../../kernel/move.js';
import { stateOf } from '../../kernel/one-time-link.js';
import { Refusal } from '../../kernel/refusal.js';
import { ReferralDesk } from '../../referrals/application/referral-desk.js';
import { linkDone, linksListed } from '../domain/receiver-hands.events.js';
import type { ReceiverLink } from '../domain/receiver-link.js';
import { ReceiverLinkStore } from '../persistence/receiver-link.store.js';

export interface SeenReceiverLinks {
  readonly items: readonly ReceiverLink[];
  readonly now: string;
}

/** The links to a referral that stand and stood, without their secrets; and taking one back, in force on the next request. */
@Injectable()
export class FindReceiverLinks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ReferralDesk,
    private readonly links: ReceiverLinkStore,
  ) {}

  /** @throws Refusal `not_found`, `role_may_not` */
  of(actor: Actor, referralId: Id): Promise<SeenReceiverLinks> {
    return this.work.run(actor, async (tx) => {
      const { referral, ground } = await this.desk.one(tx, 'referral:read', referralId);
      const items = await this.links.ofReferral(tx, referralId);
      tx.record(linksListed(referral, { ground }, items.length));
      return { items, now: tx.now };
    });
  }

  /** @throws Refusal `not_found`, `role_may_not` */
  one(actor: Actor, id: Id): Promise<SeenReceiverLinks> {
    return this.work.run(actor, async (tx) => {
      const { link, ground } = await this.found(tx, 'referral:read', id);
      tx.record(linkDone('receiver_link.read', link, { ground }));
      return { items: [link], now: tx.now };
    });
  }

  /** @throws Refusal `not_found`, `role_may_not`, `class_not_held`, `move_not_open`, `stale` */
  move(actor: Actor, id: Id, expected: number, move: TeamMove): Promise<SeenReceiverLinks> {
    return this.work.run(actor, async (tx) => {
      const { link, ground } = await this.found(tx, 'referral:write', id);
      assertFresh(expected, link.version);
      nextState(handLinkLifecycle, move, stateOf(link, tx.now), {});
      if (!(await this.links.takeBack(tx, link))) refuseStale(link.version, await this.links.one(tx, id));
      const after = { ...link, revokedAt: tx.now, version: link.version + 1 };
      tx.record(linkDone('receiver_link.taken_back', after, { ground }));
      return { items: [after], now: tx.now };
    });
  }

  /** Row-level security shows it to those of the sender who see the referral. */
  private async found(tx: Tx, permission: Permission, id: Id) {
    const link = await this.links.one(tx, id);
    if (!link) throw new Refusal(notFound);
    const { ground } = await this.desk.one(tx, permission, link.referralId);
    return { link, ground };
  }
}
