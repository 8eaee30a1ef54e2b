import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import {
  CURSOR_FAULT,
  cursorOf,
  DEFAULT_LIMIT,
  keyOfCursor,
  MAX_LIMIT,
  type Page,
  type PageRequest,
} from '../../kernel/page.js';
import { Refusal, type Fault } from '../../kernel/refusal.js';
import { invalid } from '../../kernel/invalid.js';
import { documents } from './param-docs.js';

/** What a list answers: its items and, while there are more, the cursor of the next page (also as `Link: rel="next"`). */
export interface ListBody<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

/** The page that a caller asks for by `limit` and `cursor`. */
export const Paging = createParamDecorator(
  (_: unknown, context: ExecutionContext): PageRequest =>
    pageRequestFrom(context.switchToHttp().getRequest<FastifyRequest>().query as Readonly<Record<string, unknown>>),
  [
    documents(
      ApiQuery({
        name: 'limit',
        required: false,
        schema: { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT },
      }),
      ApiQuery({
        name: 'cursor',
        required: false,
        description: 'As the last page gave it in `next`.',
        schema: { type: 'string' },
      }),
    ),
  ],
);

/** @throws Refusal `invalid` naming limit, cursor or both. Also for lists that are asked for by POST. */
function pageRequestFrom(query: Readonly<Record<string, unknown>>, where: 'body' | 'query' = 'query'): PageRequest {
  const limit = limitOf(query['limit']);
  const after = afterOf(query['cursor']);
  const faults = [limit === undefined ? LIMIT_FAULT : [], after === 'unreadable' ? CURSOR_FAULT : []].flat();
  if (limit === undefined || after === 'unreadable') throw new Refusal(invalid, {}, placed(faults, where));
  return { limit, ...(after && { after }) };
}

/** In a query numbers are text, in a body they are not. */
function limitOf(given: unknown = DEFAULT_LIMIT): number | undefined {
  const limit = typeof given === 'string' && /^\d{1,4}$/.test(given) ? Number(given) : given;
  return Number.isInteger(limit) && Number(limit) >= 1 && Number(limit) <= MAX_LIMIT ? Number(limit) : undefined;
}

function afterOf(cursor: unknown): readonly string[] | 'unreadable' | undefined {
  if (cursor === undefined) return undefined;
  return (typeof cursor === 'string' ? keyOfCursor(cursor) : undefined) ?? 'unreadable';
}

const placed = (faults: readonly Fault[], where: 'body' | 'query'): readonly Fault[] =>
  faults.map((fault) => ({ in: where, ...fault }));

const LIMIT_FAULT = {
  pointer: '/limit',
  code: 'range',
  message: {
    en: `Ask for a whole number from 1 to ${MAX_LIMIT}.`,
    fr: `Demandez un nombre entier de 1 à ${MAX_LIMIT}.`,
  },
};
/** @param extra what a list says beside its items, such as `withheld` */
export function listOf<Item, Shown, Extra extends object = object>(
  page: Page<Item>,
  show: (item: Item) => Shown,
  extra?: Extra,
): ListBody<Shown> & Extra {
  const next = page.next && { next: cursorOf(page.next) };
  return { items: page.items.map(show), ...next, ...extra } as ListBody<Shown> & Extra;
}
