import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ActingRequest } from '../access/needs.js';
import { isId } from '../kernel/ids.js';
import type { Refusal } from '../kernel/refusal.js';
import type { RefusalWitness } from '../platform/http/problem.filter.js';
import { UnitOfWork } from './unit-of-work.js';

const WRITTEN_DOWN = new Set(['forbidden', 'not-found']);

/**
 * Whoever is signed in and was refused leaves a row, the same for what they may not see and for what is not there: the
 * code, the route's template and the ids in its path.
 */
@Injectable()
export class RefusalAudit implements RefusalWitness {
  constructor(private readonly work: UnitOfWork) {}

  async saw({ problem }: Refusal, request: FastifyRequest & ActingRequest): Promise<void> {
    if (!request.actor || !WRITTEN_DOWN.has(problem.kind)) return;
    const ids = Object.entries((request.params ?? {}) as Record<string, unknown>).filter(([, value]) => isId(value));
    await this.work.refuse(request.actor, {
      event: 'access.refused',
      facts: {
        code: problem.code,
        method: request.method,
        route: request.routeOptions.url ?? '',
        ...(Object.fromEntries(ids) as Record<string, string>),
      },
    });
  }
}
