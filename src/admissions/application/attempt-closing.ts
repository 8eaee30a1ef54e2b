import { Injectable } from '@nestjs/common';
import { refuseStale } from '../../access/refuse-stale.js';
import type { Tx } from '../../audit/unit-of-work.js';
import type { CivilDate } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import { sent } from '../../kernel/merge-patch.js';
import { nextState } from '../../kernel/move.js';
import { attemptMoved } from '../domain/admissions.events.js';
import type { Outcome } from '../domain/attempt.codes.js';
import { ATTEMPT_WORDS, type AttemptWords, type ShownAttempt } from '../domain/attempt.js';
import { attemptLifecycle } from '../domain/attempt.lifecycle.js';
import { FOLLOWS, isTooEarly, owedBy } from '../domain/attempt.rules.js';
import { isStep } from '../domain/date-steps.js';
import { AttemptStore } from '../persistence/attempt.store.js';
import type { OfClient } from './admission-desk.js';
import { BedKeeping } from './bed-keeping.js';
import { DateSteps } from './date-steps.js';
import { Outreach } from './outreach.js';
import { StayOpening } from './stay-opening.js';

export interface Ending extends Pick<AttemptWords, 'inTheWay' | 'wouldHelp'> {
  readonly outcome: Outcome;
  readonly nextTryOn?: CivilDate;
}

interface How {
  /** The next date is offered with it: the referral then moves once, to that one. */
  readonly withNext: boolean;
  /** Of the stay that begins with it. */
  readonly stayId?: Id;
}

const ALONE: How = { withNext: false };

/** What came of a date, and everything that follows from it: bed, referral, stay, and somebody who reaches out. */
@Injectable()
export class AttemptClosing {
  constructor(
    private readonly attempts: AttemptStore,
    private readonly beds: BedKeeping,
    private readonly steps: DateSteps,
    private readonly outreach: Outreach,
    private readonly stays: StayOpening,
  ) {}

  /** @throws Refusal `not_yet_that_day`, `move_not_open`, `stale` and those of the referral's own rules */
  async end(tx: Tx, at: OfClient & { attempt: ShownAttempt }, ending: Ending, how = ALONE): Promise<void> {
    const { attempt, on } = at;
    const { outcome, nextTryOn = null, ...said } = ending;
    const tooEarly = isTooEarly(outcome, attempt, tx.now);
    const state = nextState(attemptLifecycle, 'end', attempt.state, { isTooEarly: tooEarly, hasStay: false });
    const words = { ...sent(attempt, ATTEMPT_WORDS), ...sent(said) };
    const to = { state, outcome, nextTryOn, endedAt: tx.now };
    if (!(await this.attempts.change(tx, attempt, to, words)))
      refuseStale(attempt.version, await this.attempts.one(tx, attempt.id));
    const made = { move: 'end', from: attempt.state, to: state };
    tx.record(attemptMoved({ ...attempt, version: attempt.version + 1 }, on, made));
    await this.follow(tx, { ...at, attempt: { ...attempt, ...to } }, how);
  }

  /** Of a date whose outcome has just been written. */
  async follow(tx: Tx, at: OfClient & { attempt: ShownAttempt }, how = ALONE): Promise<void> {
    const { attempt, referral } = at;
    if (attempt.outcome === null) return;
    const { move, to, outreach } = FOLLOWS[attempt.outcome];
    const isCarriedOn = how.withNext && to === 'next_date_owed';
    const due = sent({ nextStepBy: owedBy(attempt, tx.now) });
    if (isStep(referral.state, to) && !isCarriedOn) await this.steps.take(tx, referral, move, due);
    if (attempt.outcome === 'attended') return this.stays.afterArrival(tx, at, how.stayId);
    await this.beds.giveBack(tx, attempt.bedId, attempt.id);
    if (outreach) await this.outreach.open(tx, at);
  }
}
