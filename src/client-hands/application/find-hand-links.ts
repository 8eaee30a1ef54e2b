import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { Grants } from '../../access/grants.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { assertFresh } from '../../kernel/fresh.js';
import type { Id } from '../../kernel/ids.js';
import { nextState } from '../../kernel/move.js';
import { stateOf } from '../../kernel/one-time-link.js';
import { Refusal } from '../../kernel/refusal.js';
import { refuseStale } from '../../access/refuse-stale.js';
import { linkDone, linksListed } from '../domain/client-hands.events.js';
import { handLinkLifecycle, type TeamMove } from '../domain/hand-link.lifecycle.js';
import type { HandLink } from '../domain/hand-link.js';
import { HandLinkStore } from '../persistence/hand-link.store.js';

export interface SeenHandLinks {
  readonly items: readonly HandLink[];
  readonly now: string;
}

/** The links that stand and stood, without their secrets; and taking one back, in force on the next request. */
@Injectable()
export class FindHandLinks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly grants: Grants,
    private readonly links: HandLinkStore,
  ) {}

  /** @throws Refusal `not_found`, `role_may_not` */
  of(actor: Actor, clientId: Id): Promise<SeenHandLinks> {
    return this.work.run(actor, async (tx) => {
      const held = await this.grants.permit(tx, 'hand-link:read', clientId);
      const items = await this.links.ofClient(tx, clientId);
      tx.record(linksListed(clientId, held, items.length));
      return { items, now: tx.now };
    });
  }

  /** @throws Refusal `not_found`, `role_may_not` */
  one(actor: Actor, id: Id): Promise<SeenHandLinks> {
    return this.work.run(actor, async (tx) => {
      const link = await this.links.one(tx, id);
      if (!link) throw new Refusal(notFound);
      const held = await this.grants.permit(tx, 'hand-link:read', link.clientId);
      tx.record(linkDone('hand_link.read', link, held));
      return { items: [link], now: tx.now };
    });
  }

  /** @throws Refusal `not_found`, `role_may_not`, `class_not_held`, `move_not_open`, `stale` */
  move(actor: Actor, id: Id, expected: number, move: TeamMove): Promise<SeenHandLinks> {
    return this.work.run(actor, async (tx) => {
      const link = await this.links.one(tx, id);
      if (!link) throw new Refusal(notFound);
      const held = await this.grants.permit(tx, 'hand-link:make', link.clientId, { write: 'coordination' });
      assertFresh(expected, link.version);
      nextState(handLinkLifecycle, move, stateOf(link, tx.now), {});
      if (!(await this.links.takeBack(tx, link))) refuseStale(link.version, await this.links.one(tx, id));
      const after = { ...link, revokedAt: tx.now, version: link.version + 1 };
      tx.record(linkDone('hand_link.taken_back', after, held));
      return { items: [after], now: tx.now };
    });
  }
}
