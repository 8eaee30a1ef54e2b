import { IsEmailText } from '../../platform/http/email-text.js';
import { Is, isText, IsIdText, Optional, type InputRule } from '../../platform/http/validation.js';
import { PASSWORD_MAX } from '../domain/password.js';

/** Any text that could be one; what a new one must be is said by the rule about passwords. */
const password: InputRule = {
  code: 'password',
  holds: (value) => typeof value === 'string' && isText(value) && value.length > 0 && value.length <= PASSWORD_MAX,
  message: {
    en: `Send text of 1 to ${PASSWORD_MAX} characters.`,
    fr: `Envoyez un texte de 1 à ${PASSWORD_MAX} caractères.`,
  },
  schema: { type: 'string', format: 'password', minLength: 1, maxLength: PASSWORD_MAX },
};

const token: InputRule = {
  code: 'token',
  holds: (value) => typeof value === 'string' && /^[\w-]{43}$/.test(value),
  message: { en: 'Send the token as it was given.', fr: 'Envoyez le jeton tel qu’il a été donné.' },
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{43}$', example: 'q1v3eB0Yt7mJc5K2nXwZr8uLh4sDf6gPa9iToV_-QmE' },
};

export const IsPassword = (): PropertyDecorator => Is(password);
export const IsToken = (): PropertyDecorator => Is(token);

export class LoginRequest {
  @IsEmailText()
  readonly email!: string;

  @IsPassword()
  readonly password!: string;

  /** For which membership this session is; may be left out by whoever has one only. */
  @IsIdText()
  @Optional()
  readonly membershipId?: string;
}

export class RefreshRequest {
  @IsToken()
  readonly refreshToken!: string;
}

export class ChangePasswordRequest {
  @IsPassword()
  readonly currentPassword!: string;

  @IsPassword()
  readonly newPassword!: string;
}

export class SwitchMembershipRequest {
  @IsIdText()
  readonly membershipId!: string;
}
