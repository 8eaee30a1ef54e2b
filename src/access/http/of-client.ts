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

/** `@Param('clientId')` and the language in one, for what takes three things more. */
export const OfClient = createParamDecorator(
  (_: unknown, context: ExecutionContext): AskedOfClient => {
    const request = context.switchToHttp().getRequest<FastifyRequest<{ Params: { clientId: string } }>>();
    const { clientId } = request.params;
    const { code, message } = idText;
    if (!isId(clientId)) throw new Refusal(invalid, {}, [{ in: 'path', pointer: '/clientId', code, message }]);
    return { clientId, language: languageOf(request.headers['accept-language']) };
  },
  [documents(ApiParam({ name: 'clientId', schema: { type: 'string', format: 'uuid' } }))],
);
