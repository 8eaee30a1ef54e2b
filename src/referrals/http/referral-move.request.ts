import { HOW_GIVEN, type HowGiven } from '../../consents/domain/consent.js';
import type { Id } from '../../kernel/ids.js';
import { assertHolds } from '../../kernel/invalid.js';
import {
  Is,
  IsCivilDate,
  IsIdText,
  IsInstant,
  IsOneOf,
  IsWhole,
  IsWords,
  IsYesNo,
  Optional,
  type InputRule,
} from '../../platform/http/validation.js';
import type { Reception } from '../application/receive-caller.js';
import { TOLD_TO } from '../application/tell-outcome.js';
import { BOXES, type Box, type BoxFilter } from '../domain/referral-box.js';
import { OWED_BY, URGENCIES, type OwedBy, type Urgency } from '../domain/referral.codes.js';
import { ALL_REASONS } from '../domain/referral-moves.js';
import {
  REFERRAL_MOVES,
  referralLifecycle,
  type ReferralMove,
  type ReferralState,
} from '../domain/referral.lifecycle.js';
import { sent } from '../../kernel/merge-patch.js';

const NOTE = { max: 4000 };

export class MoveReferralRequest {
  @IsOneOf(REFERRAL_MOVES) readonly move!: ReferralMove;
  /** Of `decline`, `finish`, `leave_early` and `stop`: the reason. Of `await_step`: what has to be done before entry. */
  @IsOneOf(ALL_REASONS) @Optional() readonly because?: string;
  /** What was said with it. */
  @IsWords(NOTE) @Optional() readonly note?: string;
  /** Of `ask`. */
  @IsWords(NOTE) @Optional() readonly question?: string;
  /** Of `answer`. */
  @IsWords(NOTE) @Optional() readonly answer?: string;
  /** Of `send` and `reopen`: under which consent; otherwise the narrowest in force that names the receiver. */
  @IsIdText() @Optional() readonly consentId?: Id;
  /** Where the receiver has no account here: they said so by phone or letter. */
  @IsYesNo() @Optional() readonly onBehalfOfReceiver?: boolean;
  /** By when whoever owes the next step does it; otherwise by the urgency. */
  @IsInstant() @Optional() readonly nextStepBy?: string;
  /** Of `put_on_waiting_list`: when to look at it again. Needed where there is no place in line. */
  @IsCivilDate() @Optional() readonly reviewOn?: string;
  @IsWhole({ min: 1, max: 100_000 }) @Optional() readonly placeInLine?: number;
  /** Of `accept`, for a caller: the record of your own house that stands for this person. */
  @IsIdText() @Optional() readonly clientId?: Id;
}

export class TellOutcomeRequest {
  @IsOneOf(TOLD_TO) readonly to!: (typeof TOLD_TO)[number];
  /** How it was told. */
  @IsWords(NOTE) @Optional() readonly note?: string;
}

const yes: InputRule = {
  code: 'yes',
  holds: (value) => value === true,
  message: { en: 'Send true, or leave it out.', fr: 'Envoyez true ou omettez-le.' },
  schema: { type: 'boolean', enum: [true] },
};
const yesInQuery: InputRule = { ...yes, holds: (value) => value === 'true' };

export class ChangeAgreementRequest {
  /** The client no longer shares it. Nothing else goes with it. */
  @Is(yes) @Optional() readonly ended?: true;
  /** Agreed anew: the consent; otherwise the narrowest in force that names the receiver. */
  @IsIdText() @Optional() readonly consentId?: Id;
  /** Agreed anew, for a caller or where the receiver has no account here. */
  @IsOneOf(HOW_GIVEN) @Optional() readonly agreedHow?: HowGiven;
}

export class ReceiveCallerRequest {
  /** A client of your own house. */
  @IsIdText() @Optional() readonly clientId?: Id;
  /** Or what a new record goes by. */
  @IsWords({ max: 200 }) @Optional() readonly goesBy?: string;
}

export class BoxQuery {
  /** `received` where nothing is said. */
  @IsOneOf(BOXES) @Optional() readonly box?: Box;
  /** Of what is still owed to somebody; of what is over and known to all, say `owes=nobody` with it. */
  @IsOneOf(referralLifecycle.states) @Optional() readonly state?: ReferralState;
  /** `nobody`: what is over and known to everybody whom it concerns. */
  @IsOneOf(OWED_BY) @Optional() readonly owes?: OwedBy;
  /** Only what somebody is late with. */
  @Is(yesInQuery) @Optional() readonly overdue?: 'true';
  @IsOneOf(URGENCIES) @Optional() readonly urgency?: Urgency;
  @IsIdText() @Optional() readonly serviceId?: Id;
}

export class CountsQuery {
  /** `received` where nothing is said. */
  @IsOneOf(BOXES) @Optional() readonly box?: Box;
}

export const filterOf = ({ overdue, ...query }: BoxQuery): BoxFilter => ({
  ...{ box: query.box ?? 'received', ...sent(query, ['state', 'owes', 'urgency', 'serviceId']) },
  ...(overdue !== undefined && { overdue: true }),
});

/** @throws Refusal `invalid` unless it is one of the two */
export function receptionOf({ clientId, goesBy }: ReceiveCallerRequest): Reception {
  if (clientId !== undefined && goesBy === undefined) return { clientId };
  assertHolds(clientId === undefined && goesBy !== undefined ? [] : [ONE_OF_TWO]);
  return { goesBy: goesBy ?? '' };
}

const ONE_OF_TWO = {
  pointer: '/clientId',
  code: 'one_of_two',
  message: {
    en: 'Name a client, or say what a new record goes by: one of the two.',
    fr: 'Nommez une personne accompagnée ou dites comment on appelle la nouvelle : l’un ou l’autre.',
  },
} as const;
