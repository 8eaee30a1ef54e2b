import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { assertFresh } from '../../kernel/fresh.js';
import type { Id } from '../../kernel/ids.js';
import { nextState } from '../../kernel/move.js';
import { serviceLifecycle, serviceStateOf, type ServiceMove } from '../domain/service.lifecycle.js';
import { serviceEvents } from '../domain/services.events.js';
import { ServiceStore } from '../persistence/service.store.js';
import { ServiceDesk, serviceView, type ServiceView } from './service-desk.js';

export interface ServiceMoveOrder {
  readonly id: Id;
  readonly expected: number;
  readonly receipt: Receipt;
  readonly move: ServiceMove;
}

/** Closes a service to everybody who would ask for a place, or opens it again. Who is there stays. */
@Injectable()
export class MoveService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly desk: ServiceDesk,
    private readonly services: ServiceStore,
  ) {}

  /** @throws Refusal `not_found`, `not_your_service`, `move_not_open`, `stale` */
  by(actor: Actor, { id, expected, receipt, move }: ServiceMoveOrder): Promise<ServiceView> {
    return this.work.runWithoutClients(actor, async (tx) => {
      await this.receipts.onceOn(tx, receipt, id, async () => {
        const service = await this.desk.take(tx, id);
        assertFresh(expected, service.version);
        const state = nextState(serviceLifecycle, move, serviceStateOf(service), {});
        await this.services.move(tx, service, state, tx.now);
        tx.record(serviceEvents.moved(id, move));
      });
      return serviceView(tx, await this.desk.read(tx, id));
    });
  }
}
