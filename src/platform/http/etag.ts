import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../kernel/refusal.js';
import { invalid } from '../../kernel/invalid.js';
import { matchMissing } from './http.problems.js';
import { documents } from './param-docs.js';

/** Strong, because `If-Match` compares strongly: `"3"`. */
export const etagOf = (version: number): string => `"${version}"`;

const ONE_STRONG_TAG = /^"([1-9]\d{0,8})"$/;

export const documentsIfMatch = documents(
  ApiHeader({
    name: 'If-Match',
    required: true,
    description: 'The ETag that you read.',
    schema: { type: 'string' },
  }),
);

/** The version that the caller read. 428 without `If-Match`, 400 when it is not one tag of ours. */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext): number => versionFrom(context.switchToHttp().getRequest<FastifyRequest>()),
  [documentsIfMatch],
);

export function versionFrom(request: FastifyRequest): number {
  const header = request.headers['if-match'];
  if (header === undefined) throw new Refusal(matchMissing);
  const [, version] = ONE_STRONG_TAG.exec(header.trim()) ?? [];
  if (version !== undefined) return Number(version);
  const message = {
    en: 'Send one strong tag as you read it, such as "3".',
    fr: 'Envoyez une seule étiquette forte telle que lue, par exemple "3".',
  };
  throw new Refusal(invalid, {}, [{ in: 'header', pointer: '/if-match', code: 'etag', message }]);
}
