import { CODE } from '../../kernel/one-time-link.js';
import { Is, IsOneOf } from '../../platform/http/validation.js';
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

const code = () =>
  Is({
    code: 'code',
    holds: (value) => typeof value === 'string' && CODE.test(value.replaceAll(/\s/g, '')),
    message: { en: 'Send the six digits.', fr: 'Envoyez les six chiffres.' },
    schema: { type: 'string', pattern: '^[\\d\\s]{6,12}$', example: '204815', description: 'As it was told.' },
  });

export class LinkCodeRequest {
  @code() readonly code!: string;
}

const LINK = /^[\w-]{43}$/;

export class OpenSessionRequest extends LinkCodeRequest {
  /** The last part of the link’s address. */
  @Is({
    code: 'link',
    holds: (value) => typeof value === 'string' && LINK.test(value),
    message: {
      en: 'Send the last part of the link’s address.',
      fr: 'Envoyez la dernière partie de l’adresse du lien.',
    },
    schema: { type: 'string', pattern: LINK.source },
  })
  readonly link!: string;
}

/** Spaces are for eyes. */
export const digitsOf = ({ code: told }: LinkCodeRequest): string => told.replaceAll(/\s/g, '');
