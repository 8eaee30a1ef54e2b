import { Catch, Inject, Injectable, Optional, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../kernel/refusal.js';
import { refusalOf, unsupportedBy } from './faults.js';
import { bodyUnsupported, methodUnknown, routeUnknown } from './http.problems.js';
import { languageOf } from './language.js';
import { isOurFault, problemBody, problemHeaders, STATUS } from './problem-body.js';
import { Routes } from './routes.js';
import { away } from '../database/refusal-of.js';

/** Writes down, before the answer goes, that somebody was refused something. Provided from above. */
export interface RefusalWitness {
  saw(refusal: Refusal, request: FastifyRequest): Promise<void>;
}
export const REFUSAL_WITNESS = 'refusal-witness';

/** One error in, one table out: RFC 9457 problem details in the caller's language. */
@Injectable()
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly routes: Routes,
    @Optional() @Inject(REFUSAL_WITNESS) private readonly witness?: RefusalWitness,
  ) {}

  catch(fault: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    void this.answer(fault, request, reply);
  }

  private async answer(fault: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const refusal = await this.witnessed(this.located(refusalOf(fault), request), request);
    if (isOurFault(refusal.problem)) request.log.error({ err: fault, code: refusal.problem.code }, 'unexpected');
    sendProblem(refusal, request, reply);
  }

  /** A path that answers to other methods, or to other content types, says which. */
  private located(refusal: Refusal, request: FastifyRequest): Refusal {
    if (refusal.problem === bodyUnsupported) return unsupportedBy(request);
    if (refusal.problem !== routeUnknown) return refusal;
    const allow = this.routes.methodsAt(request.url);
    return allow.length > 0 && !allow.includes(request.method) ? new Refusal(methodUnknown, { allow }) : refusal;
  }

  /** No audit, no answer: what cannot be written down is not said either. */
  private async witnessed(refusal: Refusal, request: FastifyRequest): Promise<Refusal> {
    try {
      await this.witness?.saw(refusal, request);
      return refusal;
    } catch (fault) {
      request.log.error({ err: fault }, 'a refusal could not be written down');
      return fault instanceof Refusal ? fault : away();
    }
  }
}

export function sendProblem(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): void {
  if (reply.sent) return;
  void reply.removeHeader('idempotent-replayed');
  const language = languageOf(request.headers['accept-language']);
  void reply
    .status(STATUS[refusal.problem.kind])
    .headers({ ...problemHeaders(refusal), 'content-language': language, vary: 'accept-language' })
    .send(JSON.stringify(problemBody(refusal, language, request.id)));
}
