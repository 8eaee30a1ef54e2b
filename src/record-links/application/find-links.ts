import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { Grants, withheldFrom, type Held, type Withheld } from '../../access/grants.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import type { ShownLink } from '../domain/record-link.js';
import { linkDone, recordsShown } from '../domain/record-links.events.js';
import { RecordLinkStore } from '../persistence/record-link.store.js';
import { LinkDesk, linkView, type HeldRecord, type LinkView } from './link-desk.js';

export interface FoundLinks {
  readonly items: readonly LinkView[];
  readonly held: Held;
  readonly withheld: readonly Withheld[];
}

/** The links of a record, standing and past: those both ends of which the actor sees. No other is counted or hinted at. */
@Injectable()
export class FindLinks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly grants: Grants,
    private readonly desk: LinkDesk,
    private readonly links: RecordLinkStore,
  ) {}

  /** The newest first. @throws Refusal `not_found`, `role_may_not` */
  of(actor: Actor, clientId: Id): Promise<FoundLinks> {
    return this.work.run(actor, async (tx) => {
      const [held, links] = await Promise.all([
        this.grants.permit(tx, 'record-link:read', clientId),
        this.links.of(tx, clientId),
      ]);
      const over = await this.grants.over(tx, [clientId, ...links.flatMap(endsOf)]);
      const shown = [...over].map(([id, each]): HeldRecord => ({ clientId: id, held: each }));
      tx.record(...recordsShown('record_link.listed', shown, { count: links.length }));
      const items = links.map((link) => linkView(tx, link, heldEnds(link, shown)));
      const withheld = withheldFrom(actor, held).filter((each) => each.class === 'identity_name');
      return { items, held, withheld };
    });
  }

  /** @throws Refusal `not_found`, the same for a link unknown and unseen */
  one(actor: Actor, id: Id): Promise<LinkView> {
    return this.work.run(actor, async (tx) => {
      const link = await this.links.one(tx, id);
      if (!link) throw new Refusal(notFound);
      const both = await this.desk.of(tx, { permission: 'record-link:read' }, link);
      tx.record(...linkDone('record_link.read', link, both));
      return linkView(tx, link, both);
    });
  }
}

const endsOf = ({ oneClientId, otherClientId }: ShownLink): readonly Id[] => [oneClientId, otherClientId];

const heldEnds = (link: ShownLink, shown: readonly HeldRecord[]): readonly HeldRecord[] =>
  shown.filter(({ clientId }) => endsOf(link).includes(clientId));
