import type { Id } from '../../kernel/ids.js';
import {
  Clearable,
  IsInstant,
  IsIdText,
  IsListOf,
  IsListOfParts,
  IsOneOf,
  IsPart,
  IsWhole,
  IsWords,
  IsYesNo,
  oneOf,
  Optional,
} from '../../platform/http/validation.js';
import {
  contactLifecycle,
  CONTACT_STATE_MOVES,
  type ContactMove,
  type ContactState,
} from '../domain/contact.lifecycle.js';
import * as codes from '../domain/contact.codes.js';
import { AnswersChangeRequest, AnswersRequest } from './answers.request.js';
import { FollowUpRequest } from './follow-up.request.js';

const CODES = { max: 20 };
const MINUTES = { min: 0, max: 1440 };
const KITS = { min: 1, max: 50 };
const GOAL = { max: 1_000 };
const PLACE = { max: 300 };
const NOTE = { max: 10_000 };
const FOLLOW_UPS = { max: 10 };

/** With the client in the path, `channel` and `outcome` are all that is needed. */
class ContactRequest {
  @IsOneOf(codes.CONTACT_CHANNELS) readonly channel!: codes.ContactChannel;
  @IsOneOf(codes.OUTCOMES) readonly outcome!: codes.Outcome;
  /** The real time, also when it is written down later. Now, where it is left out. */
  @IsInstant() @Optional() readonly happenedAt?: string;
  /** `worker`, where it is left out. */
  @IsOneOf(codes.STARTED_BY) @Optional() readonly startedBy?: codes.StartedBy;
  @IsWhole(MINUTES) @Optional() readonly minutes?: number;
  @IsOneOf(codes.SETTINGS) @Optional() readonly setting?: codes.Setting;
  @IsListOf(oneOf(codes.PURPOSES), CODES) @Optional() readonly purposes?: codes.ContactPurpose[];
  @IsListOf(oneOf(codes.ACTIONS), CODES) @Optional() readonly actions?: codes.ContactAction[];
  /** With `accompaniment`. */
  @IsOneOf(codes.ACCOMPANIED_TO) @Optional() readonly accompaniedTo?: codes.AccompaniedTo;
  /** How far the client is on the way to going alone. With `accompaniedTo`. */
  @IsOneOf(codes.ACCOMPANIMENTS) @Optional() readonly accompaniment?: codes.Accompaniment;
  /** Where exactly, with `accompaniedTo`. */
  @IsWords(PLACE) @Optional() readonly place?: string;
  /** The client was prepared for a visit. */
  @IsYesNo() @Optional() readonly preparedVisit?: boolean;
  @IsOneOf(codes.NALOXONE) @Optional() readonly naloxone?: codes.Naloxone;
  /** With `naloxone` `given`. */
  @IsWhole(KITS) @Optional() readonly naloxoneKits?: number;
  /** That you shared own experience. Never write what. */
  @IsYesNo() @Optional() readonly experienceShared?: boolean;
  /** The client’s goal today, in their own words. */
  @IsWords(GOAL) @Optional() readonly goalToday?: string;
  @IsWords(NOTE) @Optional() readonly note?: string;
  /** What you asked, and what the client said. Leave out what you did not ask. */
  @IsPart(() => AnswersRequest) @Optional() readonly answers?: AnswersRequest;
  /** Who does what until when; each becomes a task. */
  @IsListOfParts(() => FollowUpRequest, FOLLOW_UPS) @Optional() readonly followUps?: FollowUpRequest[];
}

export class LogContactRequest extends ContactRequest {
  /** Your own, for work without a connection; otherwise one is made. */
  @IsIdText() @Optional() readonly id?: Id;
}

export class BatchContactRequest extends ContactRequest {
  /** Your own: by it this contact is known when it comes again, alone or in another batch. */
  @IsIdText() readonly id!: Id;
  @IsIdText() readonly clientId!: Id;
}

/** Absent keeps, null clears. */
export class AmendContactRequest {
  @IsOneOf(codes.CONTACT_CHANNELS) @Optional() readonly channel?: codes.ContactChannel;
  @IsOneOf(codes.OUTCOMES) @Optional() readonly outcome?: codes.Outcome;
  @IsInstant() @Optional() readonly happenedAt?: string;
  @IsOneOf(codes.STARTED_BY) @Optional() readonly startedBy?: codes.StartedBy;
  @IsWhole(MINUTES) @Clearable() readonly minutes?: number | null;
  @IsOneOf(codes.SETTINGS) @Clearable() readonly setting?: codes.Setting | null;
  @IsListOf(oneOf(codes.PURPOSES), CODES) @Optional() readonly purposes?: codes.ContactPurpose[];
  @IsListOf(oneOf(codes.ACTIONS), CODES) @Optional() readonly actions?: codes.ContactAction[];
  @IsOneOf(codes.ACCOMPANIED_TO) @Clearable() readonly accompaniedTo?: codes.AccompaniedTo | null;
  @IsOneOf(codes.ACCOMPANIMENTS) @Clearable() readonly accompaniment?: codes.Accompaniment | null;
  @IsWords(PLACE) @Clearable() readonly place?: string | null;
  @IsYesNo() @Optional() readonly preparedVisit?: boolean;
  @IsOneOf(codes.NALOXONE) @Clearable() readonly naloxone?: codes.Naloxone | null;
  @IsWhole(KITS) @Clearable() readonly naloxoneKits?: number | null;
  @IsYesNo() @Optional() readonly experienceShared?: boolean;
  @IsWords(GOAL) @Clearable() readonly goalToday?: string | null;
  @IsWords(NOTE) @Clearable() readonly note?: string | null;
  /** Null takes an answer back; its earlier version stays. */
  @IsPart(() => AnswersChangeRequest) @Optional() readonly answers?: AnswersChangeRequest;
}

export class MoveContactRequest {
  /** `retract`: it was written down by mistake, such as with another client. */
  @IsOneOf(CONTACT_STATE_MOVES) readonly move!: ContactMove;
}

export class ContactsQuery {
  @IsInstant() @Optional() readonly 'happenedAt[from]'?: string;
  /** Not itself part of what is shown. */
  @IsInstant() @Optional() readonly 'happenedAt[before]'?: string;
  @IsOneOf(codes.CONTACT_CHANNELS) @Optional() readonly channel?: codes.ContactChannel;
  @IsOneOf(codes.OUTCOMES) @Optional() readonly outcome?: codes.Outcome;
  /** A membership. */
  @IsIdText() @Optional() readonly createdBy?: Id;
  /** Those that stand, unless you say otherwise. */
  @IsOneOf(contactLifecycle.states) @Optional() readonly state?: ContactState;
}
