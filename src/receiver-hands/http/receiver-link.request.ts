import { IsLinkCode, IsLinkSecret, IsVersionText } from '../../audit/links/link-input.js';
import { CODE_TOLD, HAND_LANGUAGES, type CodeTold, type HandLanguage } from '../../client-hands/domain/hand-link.js';
import { TEAM_MOVES, type TeamMove } from '../../client-hands/domain/hand-link.lifecycle.js';
import { IsOneOf, IsWords, Optional } from '../../platform/http/validation.js';
import { DECLINE_REASONS, type DeclineReason } from '../../referrals/domain/referral.codes.js';
import { RECEIVED_MOVES, type ReceivedMove, type ReceivedWish } from '../domain/received-referral.js';

const REASONS = Object.keys(DECLINE_REASONS);
const CALL_BACK = 200;
const QUESTION = 1_000;
const FORM_TOKEN = 60;

export class MakeReceiverLinkRequest {
  /** The way, other than the link's, by which you tell the receiver the code. */
  @IsOneOf(CODE_TOLD) readonly codeTold!: CodeTold;
  /** In which the pages meet the receiver. */
  @IsOneOf(HAND_LANGUAGES) readonly language!: HandLanguage;
  /** Where the receiver may call you back about it. */
  @IsWords({ max: CALL_BACK }) readonly senderPhone!: string;
}

export class MoveReceiverLinkRequest {
  @IsOneOf(TEAM_MOVES) readonly move!: TeamMove;
}

export class ReceiverCodeRequest {
  @IsLinkCode() readonly code!: string;
}

export class OpenReceivedRequest extends ReceiverCodeRequest {
  /** The last part of the link’s address. */
  @IsLinkSecret() readonly link!: string;
}

export class MoveReceivedRequest implements ReceivedWish {
  @IsOneOf(RECEIVED_MOVES) readonly move!: ReceivedMove;
  /** With `decline`: why, which is about what there is and never about the person. */
  @Optional() @IsOneOf(REASONS) readonly because?: DeclineReason;
  /** With `ask`: what you need to know. */
  @Optional() @IsWords({ max: QUESTION }) readonly question?: string;
}

export class ReceivedPageQuery {
  /** The language of the page. */
  @Optional() @IsOneOf(HAND_LANGUAGES) readonly l?: HandLanguage;
}

/** A form of one of these pages. */
export class ReceivedForm {
  /** What the page put into its form: bound to the session. */
  @IsWords({ max: FORM_TOKEN }) readonly f!: string;
}

export class AnswerForm extends ReceivedForm {
  @IsOneOf(RECEIVED_MOVES) readonly move!: ReceivedMove;
  @Optional() @IsOneOf(REASONS) readonly because?: DeclineReason;
  @Optional() @IsWords({ max: QUESTION }) readonly question?: string;
  /** As the page showed it. */
  @IsVersionText() readonly version!: string;
}
