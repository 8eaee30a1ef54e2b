import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { STEP_UP_STANDS } from '../../access/step-up.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { Refusal } from '../../kernel/refusal.js';
import { accountEvents } from '../domain/accounts.events.js';
import { noSecondFactor } from '../domain/second-factor.problems.js';
import { later } from '../domain/session.js';
import { SecondFactorStore } from '../persistence/second-factor.store.js';
import type { Caller } from './caller.js';
import { assertGood, CheckCode } from './check-code.js';
import { FactorKeyring } from './factor-keys.js';

export interface SteppedUp {
  readonly verifiedAt: string;
  /** Until when what asks for a fresh second factor may be done. */
  readonly until: string;
}

/** Shows the second factor again, for this session alone. */
@Injectable()
export class StepUp {
  constructor(
    private readonly work: UnitOfWork,
    private readonly factors: SecondFactorStore,
    private readonly check: CheckCode,
    private readonly keyring: FactorKeyring,
  ) {}

  /** @throws Refusal `no_second_factor`, `code_not_accepted`, `code_used`, `sign_in_slowed` */
  async by(actor: Actor, code: string, from: Caller): Promise<SteppedUp> {
    const keys = await this.keyring.now();
    const { verdict, now } = await this.work.runWithoutClients(actor, async (tx) => {
      const factor = await this.factors.standing(tx, actor.personId);
      if (!factor) throw new Refusal(noSecondFactor);
      const judged = await this.check.of(tx, factor, { code, keys, from });
      if (judged === 'good') {
        await this.factors.verify(tx, actor.sessionId);
        tx.record(accountEvents.steppedUp(actor.sessionId));
      }
      return { verdict: judged, now: tx.now };
    });
    assertGood(verdict);
    return { verifiedAt: now, until: later(now, STEP_UP_STANDS) };
  }
}
