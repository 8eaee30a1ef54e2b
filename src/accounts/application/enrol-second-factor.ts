import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/unit-of-work.js';
import { newId, type Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { accountEvents } from '../domain/accounts.events.js';
import { nothingToConfirm } from '../domain/second-factor.problems.js';
import { RECOVERY_CODES, type CodeVerdict, type SecondFactor } from '../domain/second-factor.js';
import { SecondFactorStore } from '../persistence/second-factor.store.js';
import { CheckCode, type ShownCode } from './check-code.js';
import { keyOf, type FactorKeys } from './factor-keys.js';
import { base32, newTotpSecret, otpauthUrl, stepsOfCode } from './totp.js';

/** For an authenticator app. Shown once, and worth nothing until a code of it came back. */
export interface FactorToConfirm {
  readonly secret: string;
  readonly otpauthUrl: string;
}

export interface Confirmation {
  readonly verdict: CodeVerdict;
  /** Shown once; only their hashes are kept. */
  readonly recoveryCodes: readonly string[];
}

/** Without letters and digits that look alike. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Sets up a second factor: a secret first, then the proof that an app holds it. Until then the one before stands. */
@Injectable()
export class EnrolSecondFactor {
  constructor(
    private readonly factors: SecondFactorStore,
    private readonly check: CheckCode,
  ) {}

  async begin(tx: Work, owner: { id: Id; email: string }, { seal: [key] }: FactorKeys): Promise<FactorToConfirm> {
    const waiting = await this.factors.waiting(tx, owner.id);
    if (waiting) await this.factors.end(tx, waiting.id, 'begun_again');
    const [id, secret] = [newId(), newTotpSecret()];
    await this.factors.begin(tx, { id, staffId: owner.id, keyId: key.id, secret: key.seal(id, secret) });
    tx.record(accountEvents.secondFactorBegun(owner.id));
    return { secret: base32(secret), otpauthUrl: otpauthUrl(secret, owner.email) };
  }

  /** @throws Refusal `no_second_factor_begun`; `sign_in_slowed` */
  async confirm(tx: Work, ownerId: Id, shown: ShownCode): Promise<Confirmation> {
    const waiting = await this.factors.waiting(tx, ownerId);
    if (!waiting) throw new Refusal(nothingToConfirm);
    const verdict = await this.check.of(tx, waiting, shown);
    if (verdict !== 'good') return { verdict, recoveryCodes: [] };
    const standing = await this.factors.standing(tx, ownerId);
    if (standing) await this.factors.end(tx, standing.id, 'replaced');
    await this.factors.confirm(tx, waiting.id, stepOf(waiting, shown, tx.now));
    tx.record(accountEvents.secondFactorConfirmed(ownerId, standing !== undefined));
    return { verdict, recoveryCodes: await this.giveCodes(tx, waiting, shown.keys) };
  }

  /** In place of those before. */
  async giveCodes(tx: Work, { id, keyId, staffId }: SecondFactor, keys: FactorKeys): Promise<readonly string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
    const key = keyOf(keys, keyId);
    await this.factors.giveCodes(
      tx,
      { id, keyId },
      codes.map((code) => key.hashOf(code)),
    );
    tx.record(accountEvents.recoveryCodesMade(staffId));
    return codes;
  }
}

/** The later one, where a code is that of two steps at once: none of them is taken again. */
const stepOf = ({ id, keyId, secret }: SecondFactor, { code, keys }: ShownCode, now: string): number =>
  Math.max(...stepsOfCode(keyOf(keys, keyId).open(id, secret), code, now));

function newRecoveryCode(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
  return [group(), group(), group()].join('-');
}
