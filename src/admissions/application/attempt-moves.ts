import { Injectable } from '@nestjs/common';
import { refuseStale } from '../../access/refuse-stale.js';
import type { Tx } from '../../audit/unit-of-work.js';
import { newId, type Id } from '../../kernel/ids.js';
import { sent } from '../../kernel/merge-patch.js';
import { nextState } from '../../kernel/move.js';
import { Refusal } from '../../kernel/refusal.js';
import { attemptMoved } from '../domain/admissions.events.js';
import { datePast } from '../domain/admissions.problems.js';
import type { OfferedBy } from '../domain/attempt.codes.js';
import { ATTEMPT_WORDS, type Attempt, type ShownAttempt } from '../domain/attempt.js';
import { attemptLifecycle, type AttemptMove } from '../domain/attempt.lifecycle.js';
import { isDayPast, isLive, owedBy, REACHED_OUT_AFTER } from '../domain/attempt.rules.js';
import { stateAfter } from '../domain/date-steps.js';
import { AttemptStore } from '../persistence/attempt.store.js';
import { StayStore } from '../persistence/stay.store.js';
import type { OfClient } from './admission-desk.js';
import { AttemptClosing, type Ending } from './attempt-closing.js';
import { AttemptOffering, type OfferWish } from './attempt-offering.js';
import { BedKeeping } from './bed-keeping.js';
import { DateSteps } from './date-steps.js';
import { Outreach } from './outreach.js';

export interface AttemptMoveWish extends Partial<Ending> {
  readonly move: AttemptMove;
  /** Of `confirm`. */
  readonly channel?: OfferedBy;
  /** Of `end`: the date that comes instead. */
  readonly next?: OfferWish;
  /** Of `end`, where it was attended: the stay that begins with it. */
  readonly stayId?: Id;
}

type AttemptAtHand = OfClient & { readonly attempt: ShownAttempt };

/** What each move of a date does: to itself, its bed, its referral and what is owed. */
@Injectable()
export class AttemptMoves {
  constructor(
    private readonly attempts: AttemptStore,
    private readonly stays: StayStore,
    private readonly closing: AttemptClosing,
    private readonly offering: AttemptOffering,
    private readonly steps: DateSteps,
    private readonly beds: BedKeeping,
    private readonly outreach: Outreach,
  ) {}

  async make(tx: Tx, at: AttemptAtHand, wish: AttemptMoveWish): Promise<void> {
    if (wish.move === 'confirm') return this.confirm(tx, at, wish);
    if (wish.move === 'retract') return this.retract(tx, at);
    return this.end(tx, at, wish);
  }

  private async confirm(tx: Tx, at: AttemptAtHand, { channel }: AttemptMoveWish): Promise<void> {
    const { attempt, referral } = at;
    await this.change(tx, at, 'confirm', { confirmedAt: tx.now, confirmedByChannel: channel ?? null });
    if (attempt.bedId !== null) await this.beds.keep(tx, attempt.bedId, attempt.id);
    const due = owedBy({ ...attempt, state: 'confirmed' }, tx.now);
    await this.steps.take(tx, referral, 'confirm_date', sent({ nextStepBy: due }));
    await this.outreach.settle(tx, at);
  }

  private async end(tx: Tx, at: AttemptAtHand, { next, outcome, ...wish }: AttemptMoveWish): Promise<void> {
    if (outcome === undefined) return;
    const { nextTryOn, inTheWay, wouldHelp, stayId } = wish;
    if (isDayPast(nextTryOn, at.attempt.zone, tx.now)) throw new Refusal(datePast, { field: 'nextTryOn' });
    const ending = { outcome, ...sent({ nextTryOn, inTheWay, wouldHelp }) };
    await this.closing.end(tx, at, ending, { withNext: next !== undefined, ...sent({ stayId }) });
    if (!next) return;
    const referral = { ...at.referral, state: stateAfter(at.referral.state, outcome) };
    await this.offering.offer(tx, { ...at, referral }, newId(), next);
  }

  private async retract(tx: Tx, at: AttemptAtHand): Promise<void> {
    const { attempt, referral } = at;
    await this.change(tx, at, 'retract', { outcome: null });
    await this.beds.giveBack(tx, attempt.bedId, attempt.id);
    if (isLive(attempt)) await this.steps.take(tx, referral, 'owe_next_date');
    if (attempt.outcome === 'attended') await this.steps.takeBackStart(tx, referral, attempt.endedAt);
    if (attempt.outcome === null || !REACHED_OUT_AFTER.includes(attempt.outcome)) return;
    if (await this.attempts.othersMissed(tx, attempt, REACHED_OUT_AFTER)) return;
    await this.outreach.settle(tx, at);
    if (referral.state === 'date_not_attended') await this.steps.take(tx, referral, 'owe_next_date');
  }

  private async change(tx: Tx, at: AttemptAtHand, move: AttemptMove, to: Partial<Attempt>): Promise<void> {
    const { attempt, on } = at;
    const hasStay = move === 'retract' && (await this.stays.openOf(tx, attempt.referralId))?.attemptId === attempt.id;
    const state = nextState(attemptLifecycle, move, attempt.state, { isTooEarly: false, hasStay });
    const words = sent(attempt, ATTEMPT_WORDS);
    if (!(await this.attempts.change(tx, attempt, { ...to, state }, words)))
      refuseStale(attempt.version, await this.attempts.one(tx, attempt.id));
    tx.record(attemptMoved({ ...attempt, version: attempt.version + 1 }, on, { move, from: attempt.state, to: state }));
  }
}
