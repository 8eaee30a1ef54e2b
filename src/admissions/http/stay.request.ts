import type { Id } from '../../kernel/ids.js';
import {
  Clearable,
  IsCivilDate,
  IsIdText,
  IsInstant,
  IsListOfParts,
  IsOneOf,
  IsPart,
  IsWords,
  IsYesNo,
  Optional,
} from '../../platform/http/validation.js';
import {
  LEAVE_CODES,
  NALOXONE_CODES,
  STAY_END_CODES,
  type LeaveReason,
  type Naloxone,
  type StayEnd,
} from '../domain/stay.codes.js';
import { STAY_MOVES, type StayMove } from '../domain/stay.lifecycle.js';

export class BeginStayRequest {
  /** Your own, for work without a connection; otherwise one is made. */
  @IsIdText() @Optional() readonly id?: Id;
  /** A service of the receiver where people stay, where the referral names none. */
  @IsIdText() @Optional() readonly serviceId?: Id;
  @IsIdText() @Optional() readonly bedId?: Id;
  /** Now, where you say nothing. */
  @IsInstant() @Optional() readonly admittedAt?: string;
  /** By the length of the service, where you say nothing; null where nobody knows. */
  @IsCivilDate() @Clearable() readonly plannedEndOn?: string | null;
}

export class ChangeStayRequest {
  /** Nothing ends by it; null where nobody knows. */
  @IsCivilDate() @Clearable() readonly plannedEndOn?: string | null;
  /** Another bed of the same service. The one before is free again. */
  @IsIdText() @Optional() readonly bedId?: Id;
}

export class LeavePart {
  @IsOneOf(LEAVE_CODES) readonly because!: LeaveReason;
  /** Nothing ends by it: whoever is away longer is away until somebody says more. */
  @IsInstant() @Optional() readonly expectedAt?: string;
}

export class FollowUpPart {
  @IsWords({ max: 200 }) readonly title!: string;
  @IsCivilDate() readonly dueOn!: string;
}

export class StayEndPart {
  @IsOneOf(STAY_END_CODES) readonly because!: StayEnd;
  /** Whether naloxone went along; `not_known` where you do not know. Not asked of somebody who died. */
  @IsOneOf(NALOXONE_CODES) @Optional() readonly naloxone?: Naloxone;
  /** Whether the client was told that what the body took before may now be too much; null where you do not know. */
  @IsYesNo() @Clearable() readonly toldOfLowerTolerance?: boolean | null;
  @IsWords({ max: 2_000 }) @Optional() readonly note?: string;
  /** What is done afterwards; a call within two days and a visit within seven, where you name nothing. */
  @IsListOfParts(() => FollowUpPart, { min: 1, max: 10 }) @Optional() readonly followUps?: readonly FollowUpPart[];
}

export class MoveStayRequest {
  @IsOneOf(STAY_MOVES) readonly move!: StayMove;
  /** When it took place; now, where you say nothing. */
  @IsInstant() @Optional() readonly at?: string;
  /** Of `leave`. */
  @IsPart(() => LeavePart) @Optional() readonly leave?: LeavePart;
  /** Of `end`. */
  @IsPart(() => StayEndPart) @Optional() readonly end?: StayEndPart;
}
