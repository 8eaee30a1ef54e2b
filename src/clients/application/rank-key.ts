import type { PageRequest } from '../../kernel/page.js';
import { assertCursorOfThisList } from '../../kernel/page.js';
import { isRankKey } from '../domain/rank.js';

/** @throws Refusal `invalid` for a cursor of another list */
export function assertRankKey({ after }: PageRequest): void {
  assertCursorOfThisList(after === undefined || isRankKey(after));
}
