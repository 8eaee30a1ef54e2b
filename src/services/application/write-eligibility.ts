import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { civilDateAt, type CivilDate } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import { assertHolds } from '../../kernel/invalid.js';
import type { Criterion } from '../domain/criteria.js';
import { serviceEvents } from '../domain/services.events.js';
import { ServiceStore } from '../persistence/service.store.js';
import { ServiceDesk, serviceView, type ServiceView } from './service-desk.js';

export interface SaidEligibility {
  readonly asOf: CivilDate;
  readonly source: string;
  readonly criteria: readonly Criterion[];
}

/** What a service asks for, as it was read or said on that day. Earlier ones stay. */
@Injectable()
export class WriteEligibility {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly desk: ServiceDesk,
    private readonly services: ServiceStore,
  ) {}

  /** @throws Refusal `not_found`, `not_your_service`, `service_closed`, `invalid` for a day that has not come */
  by(actor: Actor, serviceId: Id, said: SaidEligibility, receipt: Receipt): Promise<ServiceView> {
    return this.work.runWithoutClients(actor, async (tx) => {
      assertHolds(said.asOf > civilDateAt(tx.now, FURTHEST_AHEAD) ? [AHEAD] : []);
      await this.desk.takeOpen(tx, serviceId);
      const { id, replayed } = await this.receipts.once(tx, receipt, (own) =>
        this.services.addEligibility(tx, { ...said, id: own, serviceId, createdAt: tx.now }),
      );
      if (!replayed) tx.record(serviceEvents.eligibilityWritten(serviceId, id));
      return serviceView(tx, await this.desk.read(tx, serviceId));
    });
  }
}

/** No place on Earth has a later day. */
const FURTHEST_AHEAD = 'Pacific/Kiritimati';

const AHEAD = {
  pointer: '/asOf',
  code: 'day_ahead',
  message: {
    en: 'Send the day on which this was read or said, today or earlier.',
    fr: 'Envoyez le jour où cela a été lu ou dit, aujourd’hui ou plus tôt.',
  },
};
