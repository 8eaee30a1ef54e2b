import { digitsIn, IsLinkCode, IsLinkSecret } from '../../audit/links/link-input.js';
import { IsOneOf } from '../../platform/http/validation.js';
import { CODE_TOLD, HAND_LANGUAGES, type CodeTold, type HandLanguage } from '../domain/hand-link.js';
import { TEAM_MOVES, type TeamMove } from '../domain/hand-link.lifecycle.js';

export class MakeHandLinkRequest {
  /** The way, other than the link's, by which you tell the client the code. */
  @IsOneOf(CODE_TOLD) readonly codeTold!: CodeTold;
  /** In which the pages meet the client. */
  @IsOneOf(HAND_LANGUAGES) readonly language!: HandLanguage;
}

export class MoveHandLinkRequest {
  @IsOneOf(TEAM_MOVES) readonly move!: TeamMove;
}

export class LinkCodeRequest {
  @IsLinkCode() readonly code!: string;
}

export class OpenSessionRequest extends LinkCodeRequest {
  /** The last part of the link’s address. */
  @IsLinkSecret() readonly link!: string;
}

export const digitsOf = ({ code }: LinkCodeRequest): string => digitsIn(code);
