import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { assertHolds } from '../../kernel/invalid.js';
import { serviceEvents } from '../domain/services.events.js';
import { ServiceStore } from '../persistence/service.store.js';
import { ServiceDesk, serviceView, type ServiceView } from './service-desk.js';

export interface SaidCapacity {
  readonly free: number;
  readonly places?: number;
  readonly waiting?: number;
}

/** How many places are free, as somebody has just counted them. */
@Injectable()
export class ConfirmCapacity {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly desk: ServiceDesk,
    private readonly services: ServiceStore,
  ) {}

  /** @throws Refusal `not_found`, `not_your_service`, `service_closed`, `invalid` where more are free than there are */
  by(actor: Actor, serviceId: Id, said: SaidCapacity, receipt: Receipt): Promise<ServiceView> {
    return this.work.runWithoutClients(actor, async (tx) => {
      const { free, places = null, waiting = null } = said;
      assertHolds(places !== null && free > places ? [MORE_THAN_THERE_ARE] : []);
      await this.desk.takeOpen(tx, serviceId);
      const { id, replayed } = await this.receipts.once(tx, receipt, (own) =>
        this.services.addCapacity(tx, { id: own, serviceId, free, places, waiting, confirmedAt: tx.now }),
      );
      if (!replayed) tx.record(serviceEvents.capacityConfirmed(serviceId, id));
      return serviceView(tx, await this.desk.read(tx, serviceId));
    });
  }
}

const MORE_THAN_THERE_ARE = {
  pointer: '/free',
  code: 'more_than_places',
  message: {
    en: 'More places are free than there are. Send at most `places`, or leave `places` out.',
    fr: 'Il y a plus de places libres que de places. Envoyez au plus `places`, ou omettez `places`.',
  },
};
