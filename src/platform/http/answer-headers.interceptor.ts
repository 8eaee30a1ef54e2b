import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { tap, type Observable } from 'rxjs';
import { LOCATION } from './created.js';
import { etagOf } from './etag.js';

type Body = Readonly<Record<string, unknown>>;

/** What follows from an answer's body: `ETag` of a version, `Location` of what was made, `Link` to the next page. */
@Injectable()
export class AnswerHeaders implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const location = this.reflector.get<string | undefined>(LOCATION, context.getHandler());
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      tap((body) => {
        if (typeof body !== 'object' || body === null) return;
        const headers = { ...etag(body as Body), ...link(request, body as Body), ...placed(location, request, body) };
        void reply.headers(headers);
      }),
    );
  }
}

const etag = ({ version }: Body): Record<string, string> =>
  typeof version === 'number' ? { etag: etagOf(version) } : {};

function link({ method, url }: FastifyRequest, { items, next }: Body): Record<string, string> {
  if (method !== 'GET' || !Array.isArray(items) || typeof next !== 'string') return {};
  const [path = '', query] = url.split('?');
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', next);
  return { link: `<${path}?${parameters.toString()}>; rel="next"` };
}

function placed(template: string | undefined, request: FastifyRequest, body: object): Record<string, string> {
  if (template === undefined) return {};
  const known = { ...(request.params as Body), ...body } as Body;
  return { location: template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(known[name]))) };
}
