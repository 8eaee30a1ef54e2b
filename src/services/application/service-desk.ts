import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import { reachOf } from '../../access/policy.js';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { isStale, type ServiceSeen } from '../domain/service.js';
import { serviceLifecycle, serviceStateOf, type ServiceMove, type ServiceState } from '../domain/service.lifecycle.js';
import { notYourService, serviceClosed } from '../domain/services.problems.js';
import { ServiceStore } from '../persistence/service.store.js';

export interface ServiceView extends ServiceSeen {
  readonly state: ServiceState;
  readonly isCapacityStale: boolean;
  readonly openMoves: readonly ServiceMove[];
}

/** Services as they lie before somebody. */
@Injectable()
export class ServiceDesk {
  constructor(private readonly services: ServiceStore) {}

  /** @throws Refusal `not_found` */
  async read(tx: Tx, id: Id): Promise<ServiceSeen> {
    const service = await this.services.one(tx, id);
    if (!service) throw new Refusal(notFound);
    return service;
  }

  /** Under its lock, by its own organisation. @throws Refusal `not_found`, `not_your_service` */
  async take(tx: Tx, id: Id): Promise<ServiceSeen> {
    const service = await this.services.lock(tx, id);
    if (!service) throw new Refusal(notFound);
    if (service.organisationId !== tx.actor.organisationId) throw new Refusal(notYourService);
    return service;
  }

  /** @throws Refusal also `service_closed` */
  async takeOpen(tx: Tx, id: Id): Promise<ServiceSeen> {
    const service = await this.take(tx, id);
    if (serviceStateOf(service) === 'closed') throw new Refusal(serviceClosed);
    return service;
  }
}

export function serviceView(tx: Tx, service: ServiceSeen): ServiceView {
  const state = serviceStateOf(service);
  const { role, organisationId } = tx.actor;
  const isOurs = service.organisationId === organisationId && reachOf(role, 'service:manage') !== 'none';
  const isCapacityStale = service.capacity !== null && isStale(service, service.capacity, tx.now);
  return { ...service, state, isCapacityStale, openMoves: isOurs ? serviceLifecycle.openMoves(state, {}) : [] };
}
