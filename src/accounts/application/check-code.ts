import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/unit-of-work.js';
import { Refusal } from '../../kernel/refusal.js';
import { accountEvents } from '../domain/accounts.events.js';
import { codeNotAccepted, codeUsed } from '../domain/second-factor.problems.js';
import { isCodeOfMoment, judgeSteps, type CodeVerdict, type SecondFactor } from '../domain/second-factor.js';
import { SecondFactorStore } from '../persistence/second-factor.store.js';
import type { Caller } from './caller.js';
import { CountMisses } from './count-misses.js';
import { codesKeyOf, keyOf, type FactorKeys } from './factor-keys.js';
import { stepsOfCode } from './totp.js';

export interface ShownCode {
  readonly code: string;
  readonly keys: FactorKeys;
  readonly from: Caller;
}

/**
 * Judges a code, in the transaction that acts on it. Guesses slow down as those of a password do, counted apart from
 * them: a right password gives back no guess at the code. What was not accepted is written down, so the transaction has to
 * be committed before `assertGood` says no.
 */
@Injectable()
export class CheckCode {
  constructor(
    private readonly factors: SecondFactorStore,
    private readonly misses: CountMisses,
  ) {}

  /** @throws Refusal `sign_in_slowed` when it is not time yet */
  async of(tx: Work, factor: SecondFactor, { code, keys, from }: ShownCode): Promise<CodeVerdict> {
    const { staffId } = factor;
    const counters = await this.misses.charge(tx, `code ${staffId}`, { id: staffId, from });
    const verdict = isCodeOfMoment(code)
      ? await this.ofMoment(tx, factor, code, keys)
      : await this.ofRecovery(tx, factor, code, keys);
    if (verdict === 'good') await this.misses.refund(tx, counters);
    else tx.record(verdict === 'used' ? accountEvents.codeReused(staffId) : accountEvents.codeNotAccepted(staffId));
    return verdict;
  }

  private async ofMoment(tx: Work, factor: SecondFactor, code: string, keys: FactorKeys): Promise<CodeVerdict> {
    const secret = keyOf(keys, factor.keyId).open(factor.id, factor.secret);
    const { verdict, step } = judgeSteps(stepsOfCode(secret, code, tx.now), factor.lastStep);
    if (step === undefined) return verdict;
    return factor.confirmedAt === null || (await this.factors.takeStep(tx, factor.id, step)) ? 'good' : 'used';
  }

  private async ofRecovery(tx: Work, factor: SecondFactor, code: string, keys: FactorKeys): Promise<CodeVerdict> {
    const hash = codesKeyOf(keys, factor.codesKeyId).hashOf(code);
    if (!(await this.factors.useCode(tx, factor.id, hash))) {
      return (await this.factors.wasUsed(tx, factor.id, hash)) ? 'used' : 'wrong';
    }
    tx.record(accountEvents.recoveryCodeUsed(factor.staffId, await this.factors.codesLeft(tx, factor.id)));
    return 'good';
  }
}

/** @throws Refusal `code_not_accepted`, `code_used` */
export function assertGood(verdict: CodeVerdict): void {
  if (verdict !== 'good') throw new Refusal(verdict === 'used' ? codeUsed : codeNotAccepted);
}
