import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { ContactChannel, Outcome } from './contact.codes.js';

export interface ContactFilter {
  readonly happenedFrom?: Instant;
  /** Not itself part of what is asked for. */
  readonly happenedBefore?: Instant;
  readonly channel?: ContactChannel;
  readonly outcome?: Outcome;
  readonly createdBy?: Id;
}
