import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { Refusal } from '../../kernel/refusal.js';
import { invalid } from '../../kernel/invalid.js';
import { isText } from './validation.js';
import { ApiDocument } from './openapi/api-document.js';

/** A misspelt parameter would quietly ask for something else. What the OpenAPI document does not name is a fault. */
@Injectable()
export class KnownQuery implements NestInterceptor {
  constructor(private readonly document: ApiDocument) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const { method, query, routeOptions } = context.switchToHttp().getRequest<FastifyRequest>();
    const sent = Object.entries(query as Readonly<Record<string, unknown>>);
    if (sent.length > 0) this.check(sent, this.document.queryOf(method, routeOptions.url ?? ''));
    return next.handle();
  }

  private check(sent: readonly [string, unknown][], known: ReadonlySet<string>): void {
    const unknown = sent
      .filter(([name]) => !known.has(name))
      .map(([name]) => fault(name, 'unknown_parameter', UNKNOWN));
    const broken = sent
      .filter(([name, value]) => known.has(name) && ![value].flat().every((one) => isText(String(one))))
      .map(([name]) => fault(name, 'text', NOT_TEXT));
    if (unknown.length + broken.length > 0) throw new Refusal(invalid, {}, [...unknown, ...broken]);
  }
}

const fault = (name: string, code: string, message: typeof UNKNOWN) =>
  ({ in: 'query', pointer: `/${name.toWellFormed().replaceAll('\0', '')}`, code, message }) as const;

const UNKNOWN = {
  en: 'This route has no such parameter. Check its name in /docs.',
  fr: 'Cette route n’a pas ce paramètre. Vérifiez son nom dans /docs.',
};
const NOT_TEXT = { en: 'Take out NUL characters.', fr: 'Retirez les caractères NUL.' };
