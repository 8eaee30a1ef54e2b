import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { withheldFrom, type Held, type Withheld } from '../../access/grants.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import type { CallerLinkPart, TakenNote, TakenReferral } from '../domain/caller-link.js';
import { callerLinkDone, callerLinksSeen } from '../domain/caller-links.events.js';
import { CallerLinkStore } from '../persistence/caller-link.store.js';
import { CallerLinkDesk, callerLinkView, type CallerLinkView } from './caller-link-desk.js';

interface Seen<Item> {
  readonly items: readonly Item[];
  readonly held: Held;
  readonly withheld: readonly Withheld[];
}

/** What a client took along by one link. */
export interface TakenAlong {
  readonly linkId: Id;
  readonly parts: readonly CallerLinkPart[];
  readonly remembered: readonly TakenNote[];
  readonly referrals: readonly TakenReferral[];
}

@Injectable()
export class FindCallerLinks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: CallerLinkDesk,
    private readonly links: CallerLinkStore,
  ) {}

  /** Standing and past, the newest first. @throws Refusal `not_found`, `role_may_not` */
  of(actor: Actor, clientId: Id): Promise<Seen<CallerLinkView>> {
    return this.work.run(actor, async (tx) => {
      const held = await this.desk.permit(tx, 'caller-link:read', clientId);
      const items = (await this.links.of(tx, clientId)).map((link) => callerLinkView(tx, link, held));
      tx.record(callerLinksSeen('caller_link.listed', clientId, held, items.length));
      return { items, held, withheld: withheldOf(tx, held) };
    });
  }

  /** @throws Refusal `not_found` */
  one(actor: Actor, id: Id): Promise<CallerLinkView> {
    return this.work.run(actor, async (tx) => {
      const { link, held } = await this.desk.link(tx, 'caller-link:read', id);
      tx.record(callerLinkDone('caller_link.read', link, held));
      return callerLinkView(tx, link, held);
    });
  }

  /** What was taken along by each link that stands. @throws Refusal `not_found`, `role_may_not` */
  history(actor: Actor, clientId: Id): Promise<Seen<TakenAlong>> {
    return this.work.run(actor, async (tx) => {
      const held = await this.desk.permit(tx, 'caller-link:read', clientId);
      const [links, notes, referrals] = await Promise.all([
        this.links.of(tx, clientId),
        this.links.notes(tx, clientId),
        this.links.referrals(tx, clientId),
      ]);
      const items = links
        .filter(({ state }) => state === 'linked')
        .map(({ id, parts }) => ({
          ...{ linkId: id, parts },
          remembered: notes.filter(({ linkId }) => linkId === id),
          referrals: referrals.filter(({ linkId }) => linkId === id),
        }));
      tx.record(callerLinksSeen('line_history.read', clientId, held, items.length));
      return { items, held, withheld: withheldOf(tx, held) };
    });
  }
}

const withheldOf = (tx: Tx, held: Held): readonly Withheld[] =>
  withheldFrom(tx.actor, held).filter((each) => each.class === 'substance_use');
