import { Injectable } from '@nestjs/common';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Instant } from '../../kernel/civil-time.js';
import { Refusal } from '../../kernel/refusal.js';
import { ReferralDesk } from '../../referrals/application/referral-desk.js';
import { ReferralMoving, type LedgerMore } from '../../referrals/application/referral-moving.js';
import { hasStarted, whyNotOnceStarted, type DateStep } from '../domain/date-steps.js';
import { AttemptStore } from '../persistence/attempt.store.js';
import type { AtHand } from './admission-desk.js';

type Due = Pick<LedgerMore, 'nextStepBy'>;

/** What a date does to its referral: moves it until the service has begun, and leaves it as it is from then on. */
@Injectable()
export class DateSteps {
  constructor(
    private readonly desk: ReferralDesk,
    private readonly moving: ReferralMoving,
    private readonly attempts: AttemptStore,
  ) {}

  /**
   * What began by mistake has not begun: where it began with just this, and nobody came to another date of the round.
   *
   * @param at when what was taken back was written down
   * @throws Refusal `date_stands`
   */
  async takeBackStart(tx: Tx, { id, round, state, stateSince }: AtHand['referral'], at: Instant | null): Promise<void> {
    if (hasStarted(state) && stateSince === at && !(await this.attempts.someCame(tx, id, round)))
      await this.moving.fromLedger(tx, id, 'take_back_start');
  }

  /**
   * @param due by when the step after it is owed; otherwise by the urgency
   * @throws Refusal `for_the_receiver`, `date_stands`, `stay_already` and those of the referral's own rules
   */
  async take(tx: Tx, { id, state }: AtHand['referral'], step: DateStep, due: Due = {}): Promise<void> {
    if (!hasStarted(state)) return this.moving.fromLedger(tx, id, step, due);
    const { referral, parties } = await this.desk.take(tx, 'referral:write', id);
    // Over by now: the referral's own rules say so.
    if (!hasStarted(referral.state)) return this.moving.fromLedger(tx, id, step, due);
    const problem = whyNotOnceStarted(step, { ...referral, parties });
    if (problem) throw new Refusal(problem);
  }
}
