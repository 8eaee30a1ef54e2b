import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { ContactState } from './contact.lifecycle.js';
import type {
  AccompaniedTo,
  Accompaniment,
  ContactAction,
  ContactChannel,
  ContactPurpose,
  Naloxone,
  Outcome,
  Setting,
  StartedBy,
} from './contact.codes.js';

/** What a worker writes down about a contact, beside its words and answers. */
export interface ContactFacts {
  readonly channel: ContactChannel;
  readonly startedBy: StartedBy;
  readonly outcome: Outcome;
  readonly happenedAt: Instant;
  readonly minutes: number | null;
  readonly setting: Setting | null;
  readonly purposes: readonly ContactPurpose[];
  readonly actions: readonly ContactAction[];
  readonly accompaniedTo: AccompaniedTo | null;
  readonly accompaniment: Accompaniment | null;
  readonly preparedVisit: boolean;
  readonly naloxone: Naloxone | null;
  readonly naloxoneKits: number | null;
  /** That the worker shared own experience; never what. */
  readonly experienceShared: boolean;
}

/** One contact, or one try, of a worker with a client. */
export interface Contact extends ContactFacts {
  readonly id: Id;
  readonly clientId: Id;
  readonly class: 'coordination';
  /** The membership of whoever was there and wrote it down. */
  readonly createdBy: Id;
  readonly recordedAt: Instant;
  readonly state: ContactState;
  /** The tasks that it opened. */
  readonly followUps: readonly Id[];
  readonly version: number;
}

/** What stands sealed in a contact's row. */
export interface ContactWords {
  /** Her goal today, as she said it. */
  readonly goalToday?: string;
  readonly note?: string;
  /** Where exactly they went. */
  readonly place?: string;
}
