import { ROLE_CEILINGS, type Role } from '../../access/policy.js';
import type { Id } from '../../kernel/ids.js';

/** Seconds between password and code; setting up an app takes longer than reading one. */
export const PENDING_LIFE = 600;
export const RECOVERY_CODES = 10;

/** One that stands, or waits to be confirmed. Its secret is sealed. */
export interface SecondFactor {
  readonly id: Id;
  readonly staffId: Id;
  readonly keyId: Id;
  /** Under which the recovery codes are hashed. */
  readonly codesKeyId: Id;
  readonly secret: Buffer;
  readonly confirmedAt: string | null;
  readonly lastStep: number | null;
}

export interface SecondFactorStanding {
  readonly state: 'none' | 'stands';
  /** Whether one of the person's roles asks for one. */
  readonly required: boolean;
  readonly confirmedAt: string | null;
  readonly recoveryCodesLeft: number;
}

/** Whoever can ever read client data, or says who can. */
export const mustHaveSecondFactor = (role: Role): boolean =>
  ROLE_CEILINGS[role] !== undefined || role === 'privacy_officer' || role === 'administrator';

/**
 * `good` and from now on used · `used`: it was right and has been taken before, or one after it · `wrong`: neither a code
 * of now nor a recovery code that is left.
 */
export type CodeVerdict = 'good' | 'used' | 'wrong';

/** A code is good for one step that is later than the last one taken. */
export function judgeSteps(steps: readonly number[], lastStep: number | null): { verdict: CodeVerdict; step?: number } {
  const step = steps.find((each) => lastStep === null || each > lastStep);
  if (step !== undefined) return { verdict: 'good', step };
  return { verdict: steps.length > 0 ? 'used' : 'wrong' };
}

/** Six digits are a code of the moment; anything else may be a recovery code, however it was typed. */
export const isCodeOfMoment = (code: string): boolean => /^\d{6}$/.test(code);

export const plainRecoveryCode = (code: string): string => code.toLowerCase().replace(/[^a-z0-9]/g, '');
