import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { ContactState } from './contact.lifecycle.js';
import type { ContactChannel, Outcome } from './contact.codes.js';

export interface ContactFilter {
  readonly happenedFrom?: Instant;
  /** Not itself part of what is asked for. */
  readonly happenedBefore?: Instant;
  readonly channel?: ContactChannel;
  readonly outcome?: Outcome;
  readonly createdBy?: Id;
  /** Those that stand, where nothing is said. */
  readonly state?: ContactState;
}
