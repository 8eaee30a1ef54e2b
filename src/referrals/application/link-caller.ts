import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import { Recipients } from '../../consents/application/recipients.js';
import type { HowGiven } from '../../consents/domain/consent.js';
import type { Id } from '../../kernel/ids.js';
import { sent } from '../../kernel/merge-patch.js';
import { Refusal } from '../../kernel/refusal.js';
import type { CallerLinkPart } from '../domain/caller-link.js';
import { callerLinkDone } from '../domain/caller-links.events.js';
import { alreadyLinked, notTakenForClient } from '../domain/caller-links.problems.js';
import { CallerLinkStore } from '../persistence/caller-link.store.js';
import { CallerLinkDesk, callerLinkView, type CallerLinkView } from './caller-link-desk.js';

export interface CallerLinkWish {
  readonly referralId: Id;
  readonly parts: readonly CallerLinkPart[];
  readonly howGiven: HowGiven;
  readonly explainedBy?: Id;
  readonly said?: string;
}

/** A client says that it was she who called, and what of it may be read here. Until then nobody reads both. */
@Injectable()
export class LinkCaller {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly recipients: Recipients,
    private readonly desk: CallerLinkDesk,
    private readonly links: CallerLinkStore,
  ) {}

  /** @throws Refusal `not_found`, `role_may_not`, `class_not_held`, `not_taken_for_client`, `explainer_unknown`, `already_linked` */
  by(actor: Actor, clientId: Id, receipt: Receipt, wish: CallerLinkWish): Promise<CallerLinkView> {
    return this.work.run(actor, async (tx) => {
      await this.desk.permit(tx, 'caller-link:change', clientId);
      const { id, replayed } = await this.receipts.once(tx, receipt, (own) => this.make(tx, own, clientId, wish));
      const { link, held } = await this.desk.link(tx, 'caller-link:read', id);
      tx.record(callerLinkDone(replayed ? 'caller_link.read' : 'caller_link.made', link, held));
      return callerLinkView(tx, link, held);
    });
  }

  private async make(tx: Tx, id: Id, clientId: Id, wish: CallerLinkWish): Promise<void> {
    const { referralId, parts, howGiven, said } = wish;
    const callerId = await this.links.callerTakenFor(tx, clientId, referralId);
    if (callerId === undefined) throw new Refusal(notTakenForClient);
    const explainedBy = await this.recipients.explainer(tx, wish.explainedBy);
    const made = await this.links.link(
      tx,
      {
        ...{ id, clientId, class: 'substance_use', callerId, referralId, howGiven, explainedBy, state: 'linked' },
        ...{ parts: [...new Set(parts)], linkedAt: tx.now, linkedBy: tx.actor.membershipId },
        ...{ unlinkedAt: null, unlinkedBy: null, version: 1 },
      },
      sent({ said }),
    );
    if (!made) throw new Refusal(alreadyLinked);
  }
}
