import type { DataClass } from '../../access/policy.js';
import type { Id } from '../../kernel/ids.js';
import type { ShownNeed } from './need.js';

/** What somebody holds over her, as far as needs ask. */
export interface HeldClasses {
  readonly read: ReadonlySet<DataClass>;
  readonly write: ReadonlySet<DataClass>;
}

/**
 * She tells whoever is there. Who may read a class and write her plan may write down what was told of it; row-level
 * security says the same.
 */
export const mayNote = (held: HeldClasses, dataClass: DataClass): boolean =>
  held.write.has(dataClass) || (held.read.has(dataClass) && held.write.has('coordination'));

/** And goes on with what they noted, or work on. */
export const mayChange = (held: HeldClasses, need: ShownNeed, membershipId: Id): boolean =>
  held.write.has(need.class) ||
  (mayNote(held, need.class) && (need.createdBy === membershipId || need.workedOnBy?.membershipId === membershipId));
