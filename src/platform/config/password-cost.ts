/** What one password hash costs (argon2id). Defaults are OWASP's minimum; the configuration may only raise them. */
export interface PasswordCost {
  /** KiB. */
  readonly memoryCost: number;
  /** Passes over it. */
  readonly timeCost: number;
  /** Threads. */
  readonly parallelism: number;
}

export const LOWEST_PASSWORD_COST: PasswordCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The token under which it is provided. */
export const PASSWORD_COST = 'password-cost';
