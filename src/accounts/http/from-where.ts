import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isId, newId } from '../../kernel/ids.js';
import { callerOf, type Caller } from '../application/caller.js';

/** From which network address and device somebody asks. */
export const FromWhere = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return callerOf(isId(request.id) ? request.id : newId(), request.ip, request.headers['user-agent']);
});
