import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from '../../kernel/refusal.js';
import { tooMany } from '../limits/limits.problems.js';

/** Requests a minute and replica. An address may stand for a whole clinic. */
export interface Ceiling {
  readonly perToken: number;
  readonly perAddress: number;
}

export const CEILING: Ceiling = { perToken: 1_200, perAddress: 12_000 };

const WINDOW = 60;

/**
 * Against a client that has run wild, in the memory of each replica: a guard and no state. What has to be exact
 * (sign-in, search) is counted in PostgreSQL by `ExactLimits`.
 */
export function guardCeiling(server: FastifyInstance, ceiling: Ceiling): void {
  const tokens = new RateLimiterMemory({ points: ceiling.perToken, duration: WINDOW });
  const addresses = new RateLimiterMemory({ points: ceiling.perAddress, duration: WINDOW });

  server.addHook('onRequest', async (request, reply) => {
    // Probes come as often as whoever runs the service likes.
    if (request.url.startsWith('/health/')) return;
    const address = await spent(addresses, request.ip);
    if (address.over) throw refused(reply, ceiling.perAddress, address.left);
    const { authorization } = request.headers;
    if (authorization === undefined) {
      tell(reply, ceiling.perAddress, address.left);
      return;
    }
    const token = await spent(tokens, digest(authorization));
    if (token.over) throw refused(reply, ceiling.perToken, token.left);
    tell(reply, ceiling.perToken, token.left);
  });
}

interface Spent {
  readonly over: boolean;
  readonly left: RateLimiterRes;
}

async function spent(limiter: RateLimiterMemory, key: string): Promise<Spent> {
  try {
    return { over: false, left: await limiter.consume(key) };
  } catch (fault) {
    if (fault instanceof RateLimiterRes) return { over: true, left: fault };
    throw fault;
  }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64');

const seconds = (left: RateLimiterRes): number => Math.max(1, Math.ceil(left.msBeforeNext / 1000));

/** The two fields of draft-ietf-httpapi-ratelimit-headers. */
function tell(reply: FastifyReply, limit: number, left: RateLimiterRes): void {
  void reply.header('ratelimit-policy', `"ceiling";q=${limit};w=${WINDOW}`);
  void reply.header('ratelimit', `"ceiling";r=${left.remainingPoints};t=${seconds(left)}`);
}

function refused(reply: FastifyReply, limit: number, left: RateLimiterRes): Refusal {
  tell(reply, limit, left);
  return new Refusal(tooMany, { retryAfter: seconds(left) });
}
