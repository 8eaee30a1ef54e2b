import { Refusal, type Fault } from '../../kernel/refusal.js';
import { invalid } from './http.problems.js';

/** @throws Refusal `invalid` with every fault at once */
export function assertHolds(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new Refusal(invalid, {}, faults);
}
