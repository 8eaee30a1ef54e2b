import type { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { LogController, type FastifyBaseLogger, type FastifyReply, type FastifyRequest } from 'fastify';
import { newId } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { BODY_LIMIT, refusalOf } from './faults.js';
import { brokenRequest } from './http.problems.js';
import { readForms } from './form-body.js';
import { readJsonBodies } from './json-body.js';
import { problemBody, problemHeaders } from './problem-body.js';
import { sendProblem } from './problem.filter.js';

/** Milliseconds: for a request to arrive whole, slow phones included. */
const ARRIVAL = 30_000;

/**
 * Fastify as this API speaks it, before Nest has a route in it.
 *
 * @param trustedProxies of nobody else is it believed for whom they ask (X-Forwarded-For)
 */
export function fastifyServer(log: FastifyBaseLogger, trustedProxies: readonly string[]): FastifyAdapter {
  const adapter = new FastifyAdapter({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => newId(),
    bodyLimit: BODY_LIMIT,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    return503OnClosing: false, // what comes while the programme stops is still answered
    requestTimeout: ARRIVAL,
    frameworkErrors: (fault: unknown, request: FastifyRequest, reply: FastifyReply) => {
      void reply.headers(headersOf(request));
      sendProblem(refusalOf(fault), request, reply);
    },
    clientErrorHandler: (_: Error, socket: Socket) => {
      socket.end(answerToNoise());
    },
  });
  const server = adapter.getInstance();
  readJsonBodies(server);
  readForms(server);
  server.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headersOf(request));
    done();
  });
  return adapter;
}

const headersOf = (request: FastifyRequest): Readonly<Record<string, string>> => ({
  'x-request-id': request.id,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
});

/** What does not even parse as HTTP has no headers and so no language. */
function answerToNoise(): string {
  const refusal = new Refusal(brokenRequest);
  const body = JSON.stringify(problemBody(refusal, 'en', newId()));
  const headers = { ...problemHeaders(refusal), connection: 'close', 'content-length': Buffer.byteLength(body) };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `HTTP/1.1 400 Bad Request\r\n${lines.join('\r\n')}\r\n\r\n${body}`;
}
