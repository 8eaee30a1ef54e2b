import { ApiProperty } from '@nestjs/swagger';
import { DATA_CLASSES, type DataClass } from '../../access/policy.js';
import { HOW_GIVEN, type HowGiven } from '../../consents/domain/consent.js';
import type { Id } from '../../kernel/ids.js';
import { assertHolds } from '../../kernel/invalid.js';
import { sent } from '../../kernel/merge-patch.js';
import {
  Clearable,
  idText,
  IsIdText,
  IsListOf,
  IsListOfParts,
  IsOneOf,
  IsPart,
  IsWords,
  oneOf,
  Optional,
} from '../../platform/http/validation.js';
import type { ReferralPatch } from '../application/change-referral.js';
import type { NamedReceiver, Terms } from '../application/referral-terms.js';
import { ASKED_BY, ASKS_FOR, OUTSIDE_BY, URGENCIES } from '../domain/referral.codes.js';
import type { AskedBy, AskedFor, OutsideBy, Urgency } from '../domain/referral.codes.js';

const TEXT = { max: 4000 };
const SHORT = { max: 200 };
/** What nobody shares by a referral is a counsellor’s own. */
const SHARED = DATA_CLASSES.filter((name) => name !== 'counselling');
const ASKED = Object.keys(ASKS_FOR);
const RECORDS = { max: 50 };

class OutsideRequest {
  @IsWords(SHORT) readonly name!: string;
  @IsWords(SHORT) @Optional() readonly phone?: string;
  @IsWords({ max: 500 }) @Optional() readonly address?: string;
  /** How they are asked. */
  @IsOneOf(OUTSIDE_BY) readonly by!: OutsideBy;
}

class PieceRequest {
  @IsOneOf(SHARED) readonly class!: DataClass;
  @IsWords(TEXT)
  @ApiProperty({ example: 'Methadone 60 mg, witnessed daily; carries since May' })
  readonly text!: string;
}

/** What both ask for: the one of a client, and the one of a caller. */
class TermsRequest {
  /** Your own, for work without a connection; otherwise one is made. */
  @IsIdText() @Optional() readonly id?: Id;
  /** One of the three: an organisation here, one service of it, or somebody who has no account here. */
  @IsIdText() @Optional() readonly receiverOrganisationId?: Id;
  @IsIdText() @Optional() readonly serviceId?: Id;
  @IsPart(() => OutsideRequest) @Optional() readonly outside?: OutsideRequest;
  @IsOneOf(ASKED) readonly asksFor!: AskedFor;
  /** `routine` where nothing is said. `tonight`: nowhere safe to be tonight. */
  @IsOneOf(URGENCIES) @Optional() readonly urgency?: Urgency;
  /** Who asked for it; the worker where nothing is said. */
  @IsOneOf(ASKED_BY) @Optional() readonly askedBy?: AskedBy;
  /** What is shown to the receiver. What it is about always is; the name as well where nothing is said. */
  @IsListOf(oneOf(SHARED), { max: SHARED.length }) @Optional() readonly sharedClasses?: readonly DataClass[];
  /** The referral that this one comes after. */
  @IsIdText() @Optional() readonly followsId?: Id;
  @IsWords(TEXT) @Optional() readonly reason?: string;
  /** As the client says it. */
  @IsWords(TEXT) @Optional() readonly ownWords?: string;
  /** What is told along, a piece for each class. */
  @IsListOfParts(() => PieceRequest, { max: SHARED.length }) @Optional() readonly summaries?: readonly PieceRequest[];
  /** That the client agreed, and how: for a caller, and where the receiver has no account here. Elsewhere a consent says so. */
  @IsOneOf(HOW_GIVEN) @Optional() readonly agreedHow?: HowGiven;
}

export class DraftReferralRequest extends TermsRequest {
  /** The client’s goals that it serves; the receiver sees these and no others. */
  @IsListOf(idText, RECORDS) @Optional() readonly goalIds?: readonly Id[];
  @IsListOf(idText, RECORDS) @Optional() readonly needIds?: readonly Id[];
}

export class DraftCallerReferralRequest extends TermsRequest {}

export class ChangeReferralRequest {
  @IsIdText() @Optional() readonly receiverOrganisationId?: Id;
  @IsIdText() @Optional() readonly serviceId?: Id;
  @IsPart(() => OutsideRequest) @Optional() readonly outside?: OutsideRequest;
  @IsOneOf(ASKED) @Optional() readonly asksFor?: AskedFor;
  @IsOneOf(URGENCIES) @Optional() readonly urgency?: Urgency;
  @IsOneOf(ASKED_BY) @Optional() readonly askedBy?: AskedBy;
  @IsListOf(oneOf(SHARED), { max: SHARED.length }) @Optional() readonly sharedClasses?: readonly DataClass[];
  @IsIdText() @Clearable() readonly followsId?: Id | null;
  @IsWords(TEXT) @Clearable() readonly reason?: string | null;
  @IsWords(TEXT) @Clearable() readonly ownWords?: string | null;
  @IsListOfParts(() => PieceRequest, { max: SHARED.length }) @Optional() readonly summaries?: readonly PieceRequest[];
  @IsOneOf(HOW_GIVEN) @Optional() readonly agreedHow?: HowGiven;
  @IsListOf(idText, RECORDS) @Optional() readonly goalIds?: readonly Id[];
  @IsListOf(idText, RECORDS) @Optional() readonly needIds?: readonly Id[];
}

type Named = Pick<TermsRequest, 'receiverOrganisationId' | 'serviceId' | 'outside'>;

/** @throws Refusal `invalid` unless it is one of the three */
function receiverOf({ receiverOrganisationId, serviceId, outside }: Named): NamedReceiver {
  const named = [receiverOrganisationId, serviceId, outside].filter((one) => one !== undefined);
  assertHolds(named.length === 1 ? [] : [ONE_RECEIVER]);
  const { name, phone, address, by } = outside ?? {};
  const who = name !== undefined && by !== undefined ? { name, by, ...sent({ phone, address }) } : undefined;
  return sent({ organisationId: receiverOrganisationId, serviceId, outside: who });
}

/** @throws Refusal `invalid` where no receiver is named, or several */
export function termsOf(asked: DraftReferralRequest): Terms {
  const { id: _, receiverOrganisationId, serviceId, outside, ...terms } = asked;
  return { ...terms, receiver: receiverOf(sent({ receiverOrganisationId, serviceId, outside })) };
}

export function patchOf({
  receiverOrganisationId,
  serviceId,
  outside,
  ...terms
}: ChangeReferralRequest): ReferralPatch {
  const named = sent({ receiverOrganisationId, serviceId, outside });
  return { ...sent(terms), ...(Object.keys(named).length > 0 && { receiver: receiverOf(named) }) };
}

const ONE_RECEIVER = {
  pointer: '/receiverOrganisationId',
  code: 'one_receiver',
  message: {
    en: 'Name one receiver: an organisation, a service, or somebody outside.',
    fr: 'Nommez un seul destinataire : un organisme, un service ou quelqu’un de l’extérieur.',
  },
} as const;
