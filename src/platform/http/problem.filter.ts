import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, type RefusalFacts, type RefusalKind } from '../../kernel/refusal.js';

const STATUS: Readonly<Record<RefusalKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'not-allowed': 405,
  conflict: 409,
  stale: 412,
  'condition-missing': 428,
  'too-large': 413,
  unsupported: 415,
  unprocessable: 422,
  'too-many': 429,
  unavailable: 503,
  unexpected: 500,
};

/** One error in, one table out: RFC 9457 problem details. The only place that knows HTTP numbers. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(fault: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    void reply.header('content-type', 'application/problem+json');
    if (fault instanceof Refusal) {
      const status = STATUS[fault.problem.kind];
      const language = request.headers['accept-language']?.startsWith('fr') ? 'fr' : 'en';
      const { title, detail } = fault.problem[language];
      const told = fault.faults.map(({ message, ...place }) => ({ ...place, message: message[language] }));
      const errors = told.length > 0 ? { errors: told } : {};
      const body = { type: `/problems/${fault.problem.code}`, title, status, detail: fill(detail, fault.facts) };
      void reply
        .status(status)
        .send({ ...body, code: fault.problem.code, ...fault.facts, ...errors, requestId: request.id });
      return;
    }
    const status = fault instanceof HttpException ? fault.getStatus() : 500;
    if (status === 500) request.log.error({ err: fault }, 'unexpected');
    void reply.status(status).send({ type: 'about:blank', title: 'Error', status, requestId: request.id });
  }
}

const fill = (text: string, facts: RefusalFacts): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
