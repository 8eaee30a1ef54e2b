import { HttpException } from '@nestjs/common';
import { Refusal } from '../../kernel/refusal.js';
import { invalid } from '../../kernel/invalid.js';
import { unexpected } from '../../kernel/unexpected.js';
import { knownRefusal } from '../database/refusal-of.js';
import { badAddress, bodyTooLarge, bodyUnsupported, routeUnknown } from './http.problems.js';

export const BODY_LIMIT = 1_048_576;

/** What Fastify raises before a handler is reached, by its code. */
const FASTIFY: Readonly<Record<string, () => Refusal>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: () => new Refusal(bodyTooLarge, { limit: BODY_LIMIT }),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => new Refusal(bodyUnsupported),
  FST_ERR_BAD_URL: () => new Refusal(badAddress),
  FST_ERR_MAX_PARAM_LENGTH: () => new Refusal(badAddress),
};
/** What Nest and its libraries raise, by status. */
const HTTP: Readonly<Record<number, () => Refusal>> = {
  404: () => new Refusal(routeUnknown),
  413: () => new Refusal(bodyTooLarge, { limit: BODY_LIMIT }),
  414: () => new Refusal(badAddress),
};

export const MERGE_PATCH = 'application/merge-patch+json';

export const unsupportedBy = ({ method }: { readonly method: string }): Refusal =>
  new Refusal(bodyUnsupported, { accepts: [...(method === 'PATCH' ? [MERGE_PATCH] : []), 'application/json'] });

/** Whatever was raised, as a refusal of our own. What nobody foresaw says nothing but its number. */
export function refusalOf(fault: unknown): Refusal {
  const known = knownRefusal(fault);
  if (known) return known;
  // Nest wraps what Fastify raised.
  const raised = fault instanceof HttpException && fault.cause !== undefined ? fault.cause : fault;
  return FASTIFY[codeOf(raised)]?.() ?? byStatus(statusOf(raised));
}

function byStatus(status: number): Refusal {
  const known = HTTP[status]?.();
  if (known) return known;
  return status >= 400 && status < 500 ? new Refusal(invalid) : new Refusal(unexpected);
}

const codeOf = (fault: unknown): string => (hasMember(fault, 'code') ? String(fault.code) : '');

function statusOf(fault: unknown): number {
  if (fault instanceof HttpException) return fault.getStatus();
  return hasMember(fault, 'statusCode') ? Number(fault.statusCode) : 500;
}

const hasMember = <Name extends string>(fault: unknown, name: Name): fault is Record<Name, unknown> =>
  typeof fault === 'object' && fault !== null && name in fault;
