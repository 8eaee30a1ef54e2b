import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import { civilDateAt } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { Page, PageRequest } from '../../kernel/page.js';
import { Refusal, type Sentence } from '../../kernel/refusal.js';
import { ReferralDesk } from '../../referrals/application/referral-desk.js';
import { serviceView, ServiceDesk } from '../../services/application/service-desk.js';
import type { Capacity } from '../../services/domain/service.js';
import { notYourService } from '../../services/domain/services.problems.js';
import { TaskOwners } from '../../tasks/application/task-owners.js';
import { lineRead } from '../domain/admissions.events.js';
import { OUTCOMES } from '../domain/attempt.codes.js';
import { isLapsed } from '../domain/attempt.rules.js';
import { isReviewDue, type InLine, type Offer } from '../domain/waiting-list.js';
import { WaitingListStore } from '../persistence/waiting-list.store.js';

interface Named {
  /** What the client goes by, where that is shared. */
  readonly goesBy: string | null;
}

export interface OfferView extends Offer {
  readonly isLapsed: boolean;
  readonly outcomeSaid: Sentence | null;
}

export interface InLineView extends Omit<InLine, 'lastOffer'>, Named {
  readonly isReviewDue: boolean;
  readonly lastOffer: OfferView | null;
}

export interface NamedOffer extends OfferView, Named {}

export interface WaitingList {
  readonly page: Page<InLineView>;
  /** As somebody counted it last; nothing where nobody has. */
  readonly capacity: (Capacity & { readonly isStale: boolean }) | null;
}

/** Who waits for a service, and what was offered to whom: for its own house, as far as those who wait let it see. */
@Injectable()
export class FindWaiting {
  constructor(
    private readonly work: UnitOfWork,
    private readonly services: ServiceDesk,
    private readonly referrals: ReferralDesk,
    private readonly owners: TaskOwners,
    private readonly waiting: WaitingListStore,
  ) {}

  /** In order. @throws Refusal `not_found`, `not_your_service` */
  for(actor: Actor, serviceId: Id, page: PageRequest): Promise<WaitingList> {
    return this.work.run(actor, async (tx) => {
      const service = await this.ours(tx, serviceId);
      const found = await this.waiting.page(tx, serviceId, page);
      const names = await this.named(tx, 'waiting_list.read', serviceId, found.items);
      const today = civilDateAt(tx.now, await this.owners.zoneHere(tx));
      const { capacity, isCapacityStale } = serviceView(tx, service);
      const items = found.items.map((one) => ({
        ...one,
        goesBy: names.get(one.referralId) ?? null,
        isReviewDue: isReviewDue(one, today),
        lastOffer: one.lastOffer && offerView(tx, one.lastOffer),
      }));
      return { page: { ...found, items }, capacity: capacity && { ...capacity, isStale: isCapacityStale } };
    });
  }

  /** The newest first. @throws Refusal `not_found`, `not_your_service` */
  offers(actor: Actor, serviceId: Id, page: PageRequest): Promise<Page<NamedOffer>> {
    return this.work.run(actor, async (tx) => {
      await this.ours(tx, serviceId);
      const found = await this.waiting.offers(tx, serviceId, page);
      const names = await this.named(tx, 'waiting_list.offers_read', serviceId, found.items);
      const items = found.items.map((offer) => ({
        ...offerView(tx, offer),
        goesBy: names.get(offer.referralId) ?? null,
      }));
      return { ...found, items };
    });
  }

  private async ours(tx: Tx, serviceId: Id) {
    const service = await this.services.read(tx, serviceId);
    if (service.organisationId !== tx.actor.organisationId) throw new Refusal(notYourService);
    return service;
  }

  /** By referral. One audit row for each that was shown, on the ground on which it was seen. */
  private async named(
    tx: Tx,
    event: Parameters<typeof lineRead>[0],
    serviceId: Id,
    shown: readonly Pick<Offer, 'referralId' | 'clientId'>[],
  ): Promise<ReadonlyMap<Id, string | null>> {
    const once = [...new Map(shown.map(({ referralId: id, clientId }) => [id, { id, clientId }])).values()];
    const seen = await this.referrals.seen(tx, once);
    const lines = once.flatMap(({ id, clientId }) => {
      const its = seen.get(id);
      return its ? [{ referralId: id, clientId, ground: its.held.ground, isNamed: its.goesBy !== null }] : [];
    });
    tx.record(...lineRead(event, serviceId, lines));
    return new Map([...seen].map(([id, { goesBy }]) => [id, goesBy]));
  }
}

const offerView = (tx: Tx, offer: Offer): OfferView => ({
  ...offer,
  isLapsed: isLapsed(offer, tx.now),
  outcomeSaid: offer.outcome && OUTCOMES[offer.outcome],
});
