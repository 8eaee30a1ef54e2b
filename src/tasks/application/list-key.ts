import { isInstant } from '../../kernel/civil-time.js';
import { isId } from '../../kernel/ids.js';
import type { PageRequest } from '../../kernel/page.js';
import { assertCursorOfThisList } from '../../kernel/page.js';

/** @throws Refusal `invalid` for a cursor of another list: these go by an instant, or none, and an id */
export function assertKey({ after }: PageRequest): void {
  if (after === undefined) return;
  const [at, id, ...more] = after;
  assertCursorOfThisList((at === 'infinity' || isInstant(at)) && isId(id) && more.length === 0);
}
