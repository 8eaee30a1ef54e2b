import { Refusal } from '../../kernel/refusal.js';
import { unexpected } from '../../kernel/unexpected.js';
import { isDatabaseAway, takenId } from './database-faults.js';
import { idTaken, unavailable } from './database.problems.js';

export const away = (): Refusal => new Refusal(unavailable, { retryAfter: 1 });

/** What a rule raised, or what the database meant; nothing where it is neither. */
export function knownRefusal(fault: unknown): Refusal | undefined {
  if (fault instanceof Refusal) return fault;
  if (isDatabaseAway(fault)) return away();
  return takenId(fault) ? new Refusal(idTaken) : undefined;
}

/** Whatever was raised inside, as a refusal of our own. What nobody foresaw says nothing but its number. */
export const refusalOf = (fault: unknown): Refusal => knownRefusal(fault) ?? new Refusal(unexpected);
