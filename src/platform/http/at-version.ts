import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { isId, type Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { invalid } from '../../kernel/invalid.js';
import { documentsIfMatch, versionFrom } from './etag.js';
import { documents } from './param-docs.js';
import { idText } from './validation.js';

/** Which record, and the version that the caller worked from. */
export interface RecordAtVersion {
  readonly id: Id;
  readonly expected: number;
}

/** `@Param('id')` and `@IfMatch()` in one, for what needs both and a receipt: moves. */
export const AtVersion = createParamDecorator(
  (_: unknown, context: ExecutionContext): RecordAtVersion => {
    const request = context.switchToHttp().getRequest<FastifyRequest<{ Params: { id: string } }>>();
    const { id } = request.params;
    const { code, message } = idText;
    if (!isId(id)) throw new Refusal(invalid, {}, [{ in: 'path', pointer: '/id', code, message }]);
    return { id, expected: versionFrom(request) };
  },
  [documentsIfMatch, documents(ApiParam({ name: 'id', schema: { type: 'string', format: 'uuid' } }))],
);
