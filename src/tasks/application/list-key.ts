import { isInstant } from '../../kernel/civil-time.js';
import { isId } from '../../kernel/ids.js';
import type { PageRequest } from '../../kernel/page.js';
import { Refusal } from '../../kernel/refusal.js';
import { invalid } from '../../platform/http/http.problems.js';

const NOT_OURS = {
  in: 'query',
  pointer: '/cursor',
  code: 'cursor',
  message: {
    en: 'Send the cursor as `next` gave it, or leave it out to begin at the start.',
    fr: 'Envoyez le curseur tel que donné dans `next`, ou omettez-le pour commencer au début.',
  },
} as const;

/** @throws Refusal `invalid` for a cursor of another list: these go by an instant, or none, and an id */
export function assertKey({ after }: PageRequest): void {
  if (after === undefined) return;
  const [at, id, ...more] = after;
  if ((at !== 'infinity' && !isInstant(at)) || !isId(id) || more.length > 0) throw new Refusal(invalid, {}, [NOT_OURS]);
}
