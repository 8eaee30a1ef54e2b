import type { Id } from '../../kernel/ids.js';
import {
  Clearable,
  IsCivilDate,
  IsIdText,
  IsInstant,
  IsListOfParts,
  IsOneOf,
  IsPart,
  IsTimeZone,
  IsWords,
  IsYesNo,
  Optional,
} from '../../platform/http/validation.js';
import { BEFORE_ENTRY, type BeforeEntry } from '../../referrals/domain/referral.codes.js';
import {
  BEFORE_OTHERS_CODES,
  OFFER_CHANNELS,
  OUTCOME_CODES,
  REACH_CHANNELS,
  TRANSPORT_CODES,
  type BeforeOthers,
  type OfferedBy,
  type Outcome,
  type ReachedBy,
  type Transport,
} from '../domain/attempt.codes.js';
import { ATTEMPT_MOVES, type AttemptMove } from '../domain/attempt.lifecycle.js';

const SAID = { max: 2_000 };
const STEPS = { max: 12 };

export class BeforeStepPart {
  @IsOneOf(Object.keys(BEFORE_ENTRY)) readonly step!: BeforeEntry;
  /** Null while nobody has said. */
  @IsYesNo() @Clearable() readonly done?: boolean | null;
}

export class OfferPart {
  /** When it is. */
  @IsInstant() readonly offeredFor!: string;
  /** Where it is: its day is a day there. */
  @IsTimeZone() readonly zone!: string;
  /** How it was told. */
  @IsOneOf(OFFER_CHANNELS) readonly channel!: OfferedBy;
  /** A bed that is kept for an answer; two workers cannot offer the same one. */
  @IsIdText() @Optional() readonly bedId?: Id;
  /** Until when the place is kept for an answer. Nothing ends by it: the offer is then shown as lapsed. */
  @IsInstant() @Optional() readonly answerBy?: string;
  /** Why before others who stand before in line. */
  @IsOneOf(BEFORE_OTHERS_CODES) @Optional() readonly beforeOthersBecause?: BeforeOthers;
  @IsOneOf(TRANSPORT_CODES) @Optional() readonly transport?: Transport;
  /** What has to be done before entry. */
  @IsListOfParts(() => BeforeStepPart, STEPS) @Optional() readonly beforeSteps?: readonly BeforeStepPart[];
  /** Where to come and what to bring. */
  @IsWords(SAID) @Optional() readonly note?: string;
}

export class OfferDateRequest extends OfferPart {
  /** Your own, for work without a connection; otherwise one is made. */
  @IsIdText() @Optional() readonly id?: Id;
  /** Of a date that is over when it is written down, such as of somebody who walked in. */
  @IsOneOf(OUTCOME_CODES) @Optional() readonly outcome?: Outcome;
  /** With an outcome: what got in the way, in their own words. */
  @IsWords(SAID) @Optional() readonly inTheWay?: string;
  /** With an outcome: what would help next time, in their own words. */
  @IsWords(SAID) @Optional() readonly wouldHelp?: string;
  /** With an outcome: the first day on which to try again. */
  @IsCivilDate() @Optional() readonly nextTryOn?: string;
}

export class ArrangeAttemptRequest {
  @IsOneOf(TRANSPORT_CODES) @Clearable() readonly transport?: Transport | null;
  /** The membership of whoever goes along. */
  @IsIdText() @Clearable() readonly accompaniedBy?: Id | null;
  /** As a whole: what you leave out no longer has to be done. */
  @IsListOfParts(() => BeforeStepPart, STEPS) @Optional() readonly beforeSteps?: readonly BeforeStepPart[];
  @IsWords(SAID) @Clearable() readonly note?: string | null;
}

export class MoveAttemptRequest {
  @IsOneOf(ATTEMPT_MOVES) readonly move!: AttemptMove;
  /** Of `confirm`: how the client confirmed it. */
  @IsOneOf(OFFER_CHANNELS) @Optional() readonly channel?: OfferedBy;
  /** Of `end`: what came of it. It counts against nobody. */
  @IsOneOf(OUTCOME_CODES) @Optional() readonly outcome?: Outcome;
  /** Of `end`: what got in the way, in their own words. */
  @IsWords(SAID) @Optional() readonly inTheWay?: string;
  /** Of `end`: what would help next time, in their own words. */
  @IsWords(SAID) @Optional() readonly wouldHelp?: string;
  /** Of `end`: the first day on which to try again. */
  @IsCivilDate() @Optional() readonly nextTryOn?: string;
  /** Of `end`, attended where people stay: your own id for the stay, for work without a connection. */
  @IsIdText() @Optional() readonly stayId?: Id;
  /** Of `end`: the date that comes instead. */
  @IsPart(() => OfferPart) @Optional() readonly next?: OfferPart;
}

export class NoteReachRequest {
  /** Your own, for work without a connection; otherwise one is made. */
  @IsIdText() @Optional() readonly id?: Id;
  @IsInstant() readonly happenedAt!: string;
  @IsOneOf(REACH_CHANNELS) readonly channel!: ReachedBy;
  /** Whether the client was reached. */
  @IsYesNo() readonly reached!: boolean;
}
