import { createParamDecorator, Injectable, type ExecutionContext, type PipeTransform } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isId, newId } from '../../kernel/ids.js';
import { Callers, type Asked, type Caller } from '../application/caller.js';

@Injectable()
class CallerPipe implements PipeTransform<Asked, Promise<Caller>> {
  constructor(private readonly callers: Callers) {}

  transform(asked: Asked): Promise<Caller> {
    return this.callers.from(asked);
  }
}

const Raw = createParamDecorator((_: unknown, context: ExecutionContext): Asked => {
  const { id, ip, headers } = context.switchToHttp().getRequest<FastifyRequest>();
  return { requestId: isId(id) ? id : newId(), address: ip, userAgent: headers['user-agent'] };
});

/** From which network address and device somebody asks. */
export const FromWhere = (): ParameterDecorator => Raw(CallerPipe);
