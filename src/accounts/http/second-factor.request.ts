import { Is, isText, type InputRule } from '../../platform/http/validation.js';
import { IsToken } from './auth.request.js';

/** Characters: room for a recovery code however it was typed. */
const LONGEST = 40;

const code: InputRule = {
  code: 'code',
  holds: (value) => typeof value === 'string' && isText(value) && value.length > 0 && value.length <= LONGEST,
  message: {
    en: 'Send the six digits that your app shows now, or a recovery code, as text.',
    fr: 'Envoyez en texte les six chiffres que votre application affiche maintenant, ou un code de secours.',
  },
  schema: { type: 'string', minLength: 1, maxLength: LONGEST, example: '492039' },
};

export class SecondEntryRequest {
  /** From the answer to the password. */
  @IsToken()
  readonly pendingToken!: string;

  @Is(code)
  readonly code!: string;
}

export class CodeRequest {
  @Is(code)
  readonly code!: string;
}
