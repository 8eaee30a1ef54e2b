import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ActingRequest } from '../access/needs.js';
import { isId, newId, type Id } from '../kernel/ids.js';
import type { Problem, Refusal, RefusalKind } from '../kernel/refusal.js';
import type { RefusalWitness } from '../platform/http/problem.filter.js';
import { UnitOfWork } from './unit-of-work.js';

/** Also what says at which state or version a record stands, and what names something that is not there. */
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
    if (!request.actor) return this.sawNobody(problem, request);
    if (!WRITTEN_DOWN.includes(problem.kind)) return;
    const clientId = about ?? askedClient(request);
    await this.work.refuse(request.actor, {
      ...refused(problem, request),
      ...(clientId !== undefined && { clientId }),
    });
  }

  /** A token that says nothing to us, forged or over, is somebody at the door; without one nobody claimed to be anybody. */
  private async sawNobody(problem: Problem, request: FastifyRequest): Promise<void> {
    if (problem.kind !== 'unauthenticated' || request.headers.authorization === undefined) return;
    await this.work.refuseUnsigned(isId(request.id) ? request.id : newId(), refused(problem, request));
  }
}

function refused({ code }: Problem, { method, params, routeOptions }: FastifyRequest) {
  const ids = Object.entries((params ?? {}) as Record<string, unknown>).filter(([, value]) => isId(value));
  const facts = { code, method, route: routeOptions.url ?? '', ...(Object.fromEntries(ids) as Record<string, string>) };
  return { event: 'access.refused', facts } as const;
}

/** Of a route that begins with a client: the guard may have refused before anybody looked for her. */
function askedClient({ routeOptions, params }: FastifyRequest): Id | undefined {
  const [, name] = CLIENT_ROUTE.exec(routeOptions.url ?? '') ?? [];
  const id = name === undefined ? undefined : (params as Readonly<Record<string, unknown>>)[name];
  return isId(id) ? id : undefined;
}
