import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import { instantOf } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { pairOf, type AgreedHow, type JoinedBecause, type RecordLink } from '../domain/record-link.js';
import { linkDone } from '../domain/record-links.events.js';
import { agreementInFuture, alreadyJoined } from '../domain/record-links.problems.js';
import { RecordLinkStore } from '../persistence/record-link.store.js';
import { LinkDesk, linkView, type LinkView } from './link-desk.js';

export interface JoinWish {
  readonly otherClientId: Id;
  readonly because: JoinedBecause;
  readonly agreedHow: AgreedHow;
  readonly agreedAt: string;
  readonly note?: string;
}

/** Says that two records are one person's, with her agreement. From the next request on they are read together. */
@Injectable()
export class JoinRecords {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: LinkDesk,
    private readonly receipts: Receipts,
    private readonly links: RecordLinkStore,
  ) {}

  /** @throws Refusal `not_found`, `same_record`, `role_may_not`, `class_not_held`, `agreement_in_future`, `already_joined` */
  by(actor: Actor, clientId: Id, receipt: Receipt, wish: JoinWish): Promise<LinkView> {
    return this.work.run(actor, async (tx) => {
      const asked = { permission: 'record-link:change', write: 'identity_name' } as const;
      const both = await this.desk.both(tx, asked, clientId, wish.otherClientId);
      if (instantOf(wish.agreedAt) > tx.now) throw new Refusal(agreementInFuture);
      const { id, replayed } = await this.receipts.once(tx, receipt, async (own) => {
        const words = wish.note === undefined ? {} : { joinedNote: wish.note };
        if (!(await this.links.join(tx, linkOf(tx, own, clientId, wish), words))) throw new Refusal(alreadyJoined);
      });
      const link = await this.links.one(tx, id);
      if (!link) throw new Error('A link that was made is not there to read.');
      tx.record(...linkDone(replayed ? 'record_link.read' : 'record_link.joined', link, both));
      return linkView(tx, link, both);
    });
  }
}

function linkOf(tx: Tx, id: Id, clientId: Id, wish: JoinWish): RecordLink {
  const [oneClientId, otherClientId] = pairOf(clientId, wish.otherClientId);
  return {
    ...{ id, oneClientId, otherClientId, class: 'identity_name', state: 'joined', joinedBecause: wish.because },
    ...{ agreedHow: wish.agreedHow, agreedAt: instantOf(wish.agreedAt), joinedAt: tx.now },
    ...{ joinedBy: tx.actor.membershipId, partedBecause: null, partedAt: null, partedBy: null, version: 1 },
  };
}
