import { Refusal } from '../kernel/refusal.js';
import { assertFresh } from '../kernel/fresh.js';
import { notFound } from './access.problems.js';

/**
 * Somebody was faster, between our reading and our writing.
 *
 * @param now the record as it stands by now
 * @throws Refusal `stale`, or `not_found` where the actor no longer sees it
 */
export function refuseStale(read: number, now: { readonly version: number } | undefined): never {
  if (now) assertFresh(read, now.version);
  throw new Refusal(notFound);
}
