import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Grants } from '../../access/grants.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import { civilDateAt } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { Page, PageRequest } from '../../kernel/page.js';
import { Refusal, type Sentence } from '../../kernel/refusal.js';
import { serviceView, ServiceDesk } from '../../services/application/service-desk.js';
import type { Capacity } from '../../services/domain/service.js';
import { notYourService } from '../../services/domain/services.problems.js';
import { TaskOwners } from '../../tasks/application/task-owners.js';
import { lineRead } from '../domain/admissions.events.js';
import { OUTCOMES } from '../domain/attempt.codes.js';
import { isLapsed } from '../domain/attempt.rules.js';
import { isReviewDue, type InLine, type Offer } from '../domain/waiting-list.js';
import { WaitingListStore } from '../persistence/waiting-list.store.js';

export interface OfferView extends Offer {
  readonly isLapsed: boolean;
  readonly outcomeSaid: Sentence | null;
}

export interface InLineView extends Omit<InLine, 'lastOffer'> {
  readonly isReviewDue: boolean;
  readonly lastOffer: OfferView | null;
}

export interface WaitingList {
  readonly page: Page<InLineView>;
  /** As somebody counted it last; nothing where nobody has. */
  readonly capacity: (Capacity & { readonly isStale: boolean }) | null;
}

/**
 * Who waits for a service, and what was offered to whom: for its own house, as far as those who wait let it see.
 *
 * By ids and without names: a name is sealed, and row-level security opens it only in a transaction that opened its referral.
 * The list stays one statement along its index and tells that somebody waits; who it is, the box and the referral tell.
 */
@Injectable()
export class FindWaiting {
  constructor(
    private readonly work: UnitOfWork,
    private readonly services: ServiceDesk,
    private readonly grants: Grants,
    private readonly owners: TaskOwners,
    private readonly waiting: WaitingListStore,
  ) {}

  /** In order. @throws Refusal `not_found`, `not_your_service` */
  for(actor: Actor, serviceId: Id, page: PageRequest): Promise<WaitingList> {
    return this.work.run(actor, async (tx) => {
      const service = await this.ours(tx, serviceId);
      const found = await this.waiting.page(tx, serviceId, page);
      await this.record(tx, 'waiting_list.read', serviceId, found.items);
      const today = civilDateAt(tx.now, await this.owners.zoneHere(tx));
      const { capacity, isCapacityStale } = serviceView(tx, service);
      const items = found.items.map((one) => ({
        ...one,
        isReviewDue: isReviewDue(one, today),
        lastOffer: one.lastOffer && offerView(tx, one.lastOffer),
      }));
      return { page: { ...found, items }, capacity: capacity && { ...capacity, isStale: isCapacityStale } };
    });
  }

  /** The newest first. @throws Refusal `not_found`, `not_your_service` */
  offers(actor: Actor, serviceId: Id, page: PageRequest): Promise<Page<OfferView>> {
    return this.work.run(actor, async (tx) => {
      await this.ours(tx, serviceId);
      const found = await this.waiting.offers(tx, serviceId, page);
      await this.record(tx, 'waiting_list.offers_read', serviceId, found.items);
      return { ...found, items: found.items.map((offer) => offerView(tx, offer)) };
    });
  }

  private async ours(tx: Tx, serviceId: Id) {
    const service = await this.services.read(tx, serviceId);
    if (service.organisationId !== tx.actor.organisationId) throw new Refusal(notYourService);
    return service;
  }

  /** One row for each referral that was shown, on the ground on which it was seen. */
  private async record(
    tx: Tx,
    event: Parameters<typeof lineRead>[0],
    serviceId: Id,
    shown: readonly Pick<Offer, 'referralId' | 'clientId'>[],
  ): Promise<void> {
    const once = [...new Map(shown.map((one) => [one.referralId, one])).values()];
    const held = await this.grants.overReferrals(
      tx,
      once.map(({ referralId, clientId }) => ({ id: referralId, clientId })),
    );
    const seen = once.flatMap((one) => {
      const on = held.get(one.referralId);
      return on ? [{ ...one, ground: on.ground }] : [];
    });
    tx.record(...lineRead(event, serviceId, seen));
  }
}

const offerView = (tx: Tx, offer: Offer): OfferView => ({
  ...offer,
  isLapsed: isLapsed(offer, tx.now),
  outcomeSaid: offer.outcome && OUTCOMES[offer.outcome],
});
