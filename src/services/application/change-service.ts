import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { assertFresh } from '../../kernel/fresh.js';
import type { Id } from '../../kernel/ids.js';
import type { ServiceFacts } from '../domain/service.js';
import { serviceEvents } from '../domain/services.events.js';
import { ServiceStore } from '../persistence/service.store.js';
import { ServiceDesk, serviceView, type ServiceView } from './service-desk.js';

@Injectable()
export class ChangeService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ServiceDesk,
    private readonly services: ServiceStore,
  ) {}

  /** @throws Refusal `not_found`, `not_your_service`, `service_closed`, `stale` */
  by(actor: Actor, id: Id, expected: number, change: Partial<Omit<ServiceFacts, 'kind'>>): Promise<ServiceView> {
    return this.work.runWithoutClients(actor, async (tx) => {
      const service = await this.desk.takeOpen(tx, id);
      assertFresh(expected, service.version);
      await this.services.change(tx, service, change, tx.now);
      tx.record(serviceEvents.changed(id, Object.keys(change)));
      return serviceView(tx, await this.desk.read(tx, id));
    });
  }
}
