import type { FastifyInstance, FastifyRequest } from 'fastify';

type Acted = FastifyRequest & { readonly actor?: { readonly membershipId: string } };

/** One line a request, by the route's template: a path holds ids, and a query may hold more. */
export function logRequests(server: FastifyInstance): void {
  server.addHook('onResponse', (request: Acted, reply, done) => {
    const { actor } = request;
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        ...(actor && { membershipId: actor.membershipId }),
      },
      'answered',
    );
    done();
  });
}
