import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ActingRequest } from '../access/needs.js';
import { isId, type Id } from '../kernel/ids.js';
import type { Refusal, RefusalKind } from '../kernel/refusal.js';
import type { RefusalWitness } from '../platform/http/problem.filter.js';
import { UnitOfWork } from './unit-of-work.js';

/** Also what says at which state or version a record stands. */
const WRITTEN_DOWN: readonly RefusalKind[] = ['forbidden', 'not-found', 'conflict', 'stale', 'unprocessable'];
const CLIENT_ROUTE = /^\/v1\/clients\/:(\w+)/;

/**
 * Whoever is signed in and was refused leaves a row, the same for what they may not see and for what is not there: the
 * code, the route's template, the ids in its path, and whose record was asked for, so that who answers for that record
 * sees who tried.
 */
@Injectable()
export class RefusalAudit implements RefusalWitness {
  constructor(private readonly work: UnitOfWork) {}

  async saw({ problem, about }: Refusal, request: FastifyRequest & ActingRequest): Promise<void> {
    if (!request.actor || !WRITTEN_DOWN.includes(problem.kind)) return;
    const ids = Object.entries((request.params ?? {}) as Record<string, unknown>).filter(([, value]) => isId(value));
    const clientId = about ?? askedClient(request);
    await this.work.refuse(request.actor, {
      event: 'access.refused',
      ...(clientId !== undefined && { clientId }),
      facts: {
        code: problem.code,
        method: request.method,
        route: request.routeOptions.url ?? '',
        ...(Object.fromEntries(ids) as Record<string, string>),
      },
    });
  }
}

/** Of a route that begins with a client: the guard may have refused before anybody looked for her. */
function askedClient({ routeOptions, params }: FastifyRequest): Id | undefined {
  const [, name] = CLIENT_ROUTE.exec(routeOptions.url ?? '') ?? [];
  const id = name === undefined ? undefined : (params as Readonly<Record<string, unknown>>)[name];
  return isId(id) ? id : undefined;
}
