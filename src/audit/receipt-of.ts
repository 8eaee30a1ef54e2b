import { createHmac } from 'node:crypto';
import { createParamDecorator, Injectable, type ExecutionContext, type PipeTransform } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ActingRequest } from '../access/needs.js';
import { isByLink } from '../access/policy.js';
import { isId, type Id } from '../kernel/ids.js';
import { Refusal } from '../kernel/refusal.js';
import { invalid } from '../kernel/invalid.js';
import { documents } from '../platform/http/param-docs.js';
import { HouseKeys, type SecretKey } from '../platform/sealing/house-keys.js';
import type { Receipt } from './receipts.js';

/** What was sent, as far as it can be recognised. */
export interface Sent {
  readonly made: string;
  readonly key: string | undefined;
  readonly ownId: Id | undefined;
  readonly content: string;
  readonly markReplayed: () => void;
}

const KEY = /^[\x21-\x7e]{1,128}$/;
/** Milliseconds. */
const REMEMBERED = 300_000;

/** The house keys for receipts, read before a transaction opens, so that none waits for another. */
@Injectable()
export class ReceiptKeys {
  private keys: readonly SecretKey[] = [];
  private readAt = -REMEMBERED;

  constructor(private readonly houseKeys: HouseKeys) {}

  async now(): Promise<readonly SecretKey[]> {
    if (performance.now() - this.readAt > REMEMBERED) {
      this.keys = await this.houseKeys.secrets('receipt');
      this.readAt = performance.now();
    }
    return this.keys;
  }

  async receiptOf({ made, key, ownId, content, markReplayed }: Sent): Promise<Receipt> {
    if (key === undefined && ownId === undefined) return { made, content: [], markReplayed };
    const keys = await this.now();
    const hmac = (text: string) => keys.map((house) => createHmac('sha256', house.key).update(text).digest());
    return {
      made,
      content: hmac(`content ${content}`),
      ...(key !== undefined && { key: hmac(`key ${key}`) }),
      ...(ownId !== undefined && { ownId, idSlot: hmac(`id ${ownId}`) }),
      markReplayed,
    };
  }
}

@Injectable()
class ReceiptPipe implements PipeTransform<Sent, Promise<Receipt>> {
  constructor(private readonly keys: ReceiptKeys) {}

  transform(sent: Sent): Promise<Receipt> {
    return this.keys.receiptOf(sent);
  }
}

function sentBy(made: string, context: ExecutionContext): Sent {
  const request = context.switchToHttp().getRequest<FastifyRequest & ActingRequest>();
  const reply = context.switchToHttp().getResponse<FastifyReply>();
  const { id } = (request.body ?? {}) as { id?: unknown };
  return {
    made,
    // Receipts are kept under a membership, and whoever came by a link has none.
    key: isByLink(request.actor?.role) ? undefined : keyOf(request),
    ownId: isId(id) ? id : undefined,
    content: contentOf(request.method, request.routeOptions.url ?? '', request.params as object, request.body),
    markReplayed: () => void reply.header('Idempotent-Replayed', 'true'),
  };
}

function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && KEY.test(key)) return key;
  const message = {
    en: 'Send 1 to 128 visible ASCII characters, such as a UUID.',
    fr: 'Envoyez de 1 à 128 caractères ASCII visibles, par exemple un UUID.',
  };
  throw new Refusal(invalid, {}, [{ in: 'header', pointer: '/idempotency-key', code: 'idempotency_key', message }]);
}

/** What was asked for. A part of a batch is recognised as if it had been sent to its own route. */
export const contentOf = (method: string, template: string, params: object, body: unknown): string =>
  canonical([method, template, params, body ?? null]);

/** The same text for the same content, in whatever order its members came. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

const Raw = createParamDecorator(sentBy, [
  documents(
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description:
        'Sent again with the same content within 7 days, it has its effect once and answers the same record.',
      schema: { type: 'string', minLength: 1, maxLength: 128 },
    }),
  ),
]);

/** What this request can be recognised by when it comes again. `made` names what it makes: `@ReceiptOf('client')`. */
export const ReceiptOf = (made: string): ParameterDecorator => Raw(made, ReceiptPipe);
