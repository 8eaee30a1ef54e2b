import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { isId, type Id } from '../../kernel/ids.js';
import { invalid } from '../../kernel/invalid.js';
import { Refusal } from '../../kernel/refusal.js';
import { languageOf, type Language } from '../../platform/http/language.js';
import { documents } from '../../platform/http/param-docs.js';
import { idText } from '../../platform/http/validation.js';

/** Whose record it is about, and in which language to answer. */
export interface AskedOfClient {
  readonly clientId: Id;
  readonly language: Language;
}

export interface AskedOfCaller {
  readonly callerId: Id;
  readonly language: Language;
}

/** `@Param('clientId')` and the language in one, for what takes three things more. */
export const OfClient = createParamDecorator(
  (_: unknown, context: ExecutionContext): AskedOfClient => {
    const { id: clientId, language } = askedIn(context, 'clientId');
    return { clientId, language };
  },
  [documents(ApiParam({ name: 'clientId', schema: { type: 'string', format: 'uuid' } }))],
);

/** The same of somebody who called the line. */
export const OfCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): AskedOfCaller => {
    const { id: callerId, language } = askedIn(context, 'callerId');
    return { callerId, language };
  },
  [documents(ApiParam({ name: 'callerId', schema: { type: 'string', format: 'uuid' } }))],
);

function askedIn(context: ExecutionContext, name: string): { readonly id: Id; readonly language: Language } {
  const request = context.switchToHttp().getRequest<FastifyRequest<{ Params: Record<string, string> }>>();
  const id = request.params[name] ?? '';
  const { code, message } = idText;
  if (!isId(id)) throw new Refusal(invalid, {}, [{ in: 'path', pointer: `/${name}`, code, message }]);
  return { id, language: languageOf(request.headers['accept-language']) };
}
