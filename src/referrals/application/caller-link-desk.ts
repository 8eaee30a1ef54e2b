import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import { Grants, type Held } from '../../access/grants.js';
import { reachOf } from '../../access/policy.js';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { callerLinkLifecycle, type CallerLinkMove } from '../domain/caller-link.lifecycle.js';
import type { ShownCallerLink } from '../domain/caller-link.js';
import { CallerLinkStore } from '../persistence/caller-link.store.js';

export interface CallerLinkView extends ShownCallerLink {
  readonly openMoves: readonly CallerLinkMove[];
}

type LinkPermission = 'caller-link:read' | 'caller-link:change';

/** Links between a client and somebody who called the line, as they lie before whoever holds the client's record. */
@Injectable()
export class CallerLinkDesk {
  constructor(
    private readonly links: CallerLinkStore,
    private readonly grants: Grants,
  ) {}

  /** @throws Refusal `not_found`, the same for a link unknown and unseen; `role_may_not`, `class_not_held` */
  async link(tx: Tx, permission: LinkPermission, id: Id): Promise<{ link: ShownCallerLink; held: Held }> {
    const link = await this.links.one(tx, id);
    if (!link) throw new Refusal(notFound);
    return { link, held: await this.permit(tx, permission, link.clientId) };
  }

  permit(tx: Tx, permission: LinkPermission, clientId: Id): Promise<Held> {
    const need = permission === 'caller-link:change' ? ({ write: 'substance_use' } as const) : undefined;
    return this.grants.permit(tx, permission, clientId, need);
  }
}

export const callerLinkView = (tx: Tx, link: ShownCallerLink, held: Held): CallerLinkView => ({
  ...link,
  openMoves:
    reachOf(tx.actor.role, 'caller-link:change') !== 'none' && held.write.has('substance_use')
      ? callerLinkLifecycle.openMoves(link.state, {})
      : [],
});
