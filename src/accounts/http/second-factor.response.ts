import { ApiProperty } from '@nestjs/swagger';
import type { SecondFactorNeeded, SecondFactorToSetUp } from '../application/ask-second-factor.js';
import type { FactorToConfirm } from '../application/enrol-second-factor.js';
import type { SteppedUp } from '../application/step-up.js';
import type { SecondFactorStanding } from '../domain/second-factor.js';

const INSTANT = { type: 'string', format: 'date-time' } as const;
const PENDING = { description: 'For POST /v1/auth/second-factor, once. It is no access token.' } as const;
const SECRET = { example: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', description: 'For an authenticator app.' } as const;
const OTPAUTH = { example: 'otpauth://totp/Throughline:…', description: 'The same as a QR code holds it.' } as const;

export class SecondFactorNeededResponse implements SecondFactorNeeded {
  @ApiProperty({ enum: ['second_factor_needed'] }) readonly state!: 'second_factor_needed';
  @ApiProperty(PENDING) readonly pendingToken!: string;
  @ApiProperty(INSTANT) readonly expiresAt!: string;
}

export class SecondFactorToSetUpResponse implements SecondFactorToSetUp {
  @ApiProperty({ enum: ['second_factor_to_set_up'] }) readonly state!: 'second_factor_to_set_up';
  @ApiProperty(PENDING) readonly pendingToken!: string;
  @ApiProperty(INSTANT) readonly expiresAt!: string;
  @ApiProperty(SECRET) readonly secret!: string;
  @ApiProperty(OTPAUTH) readonly otpauthUrl!: string;
}

export class SecondFactorResponse implements SecondFactorStanding {
  @ApiProperty({ enum: ['none', 'stands'] }) readonly state!: 'none' | 'stands';
  @ApiProperty({ description: 'Whether one of your roles asks for one.' }) readonly required!: boolean;
  @ApiProperty({ ...INSTANT, nullable: true }) readonly confirmedAt!: string | null;
  @ApiProperty({ type: 'integer', example: 10 }) readonly recoveryCodesLeft!: number;
}

export class FactorToConfirmResponse implements FactorToConfirm {
  @ApiProperty(SECRET) readonly secret!: string;
  @ApiProperty(OTPAUTH) readonly otpauthUrl!: string;
}

export class RecoveryCodesResponse {
  @ApiProperty({ type: [String], example: ['7k2m-p9xd-hw4q'], description: 'Each good once. Shown this once.' })
  readonly recoveryCodes!: readonly string[];
}

export class SteppedUpResponse implements SteppedUp {
  @ApiProperty(INSTANT) readonly verifiedAt!: string;
  @ApiProperty({ ...INSTANT, description: 'Until then this session may do what asks for a fresh second factor.' })
  readonly until!: string;
}
