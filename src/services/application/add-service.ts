import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import type { Service, ServiceFacts, ServiceKind } from '../domain/service.js';
import { serviceEvents } from '../domain/services.events.js';
import { ServiceStore } from '../persistence/service.store.js';
import { ServiceDesk, serviceView, type ServiceView } from './service-desk.js';

export type NewService = Partial<ServiceFacts> &
  Pick<ServiceFacts, 'name' | 'languages'> & { readonly kind: ServiceKind };

/** What is not said of a service is not known, never assumed. */
const UNSAID: Omit<ServiceFacts, 'name' | 'kind' | 'languages'> = {
  about: null,
  referredBy: ['client', 'family', 'professional'],
  lengthDays: null,
  intakeRhythm: 'unknown',
  monthlyCost: null,
  effectOnIncome: 'unknown',
  effectOnHousing: 'unknown',
  oatInside: 'unknown',
  oatAfter: 'unknown',
  readmission: 'unknown',
  callInEveryDays: null,
  capacityHoldsHours: 72,
};

@Injectable()
export class AddService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly desk: ServiceDesk,
    private readonly services: ServiceStore,
  ) {}

  /** A service of the actor's own organisation. */
  by(actor: Actor, facts: NewService, receipt: Receipt): Promise<ServiceView> {
    return this.work.runWithoutClients(actor, async (tx) => {
      const { id, replayed } = await this.receipts.once(tx, receipt, (own) =>
        this.services.add(tx, fresh(tx, own, facts)),
      );
      if (!replayed) tx.record(serviceEvents.added(id));
      return serviceView(tx, await this.desk.read(tx, id));
    });
  }
}

const fresh = ({ actor, now }: Tx, id: Id, facts: NewService): Service => ({
  ...UNSAID,
  ...facts,
  id,
  organisationId: actor.organisationId,
  createdAt: now,
  updatedAt: now,
  closedAt: null,
  version: 1,
});
