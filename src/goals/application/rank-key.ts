import type { PageRequest } from '../../kernel/page.js';
import { Refusal } from '../../kernel/refusal.js';
import { invalid } from '../../platform/http/http.problems.js';
import { isRankKey } from '../domain/rank.js';

const NOT_OURS = {
  in: 'query',
  pointer: '/cursor',
  code: 'cursor',
  message: {
    en: 'Send the cursor as `next` gave it, or leave it out to begin at the start.',
    fr: 'Envoyez le curseur tel que donné dans `next`, ou omettez-le pour commencer au début.',
  },
} as const;

/** @throws Refusal `invalid` for a cursor of another list */
export function assertRankKey({ after }: PageRequest): void {
  if (after !== undefined && !isRankKey(after)) throw new Refusal(invalid, {}, [NOT_OURS]);
}
