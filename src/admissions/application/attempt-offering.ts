import { Injectable } from '@nestjs/common';
import type { Tx } from '../../audit/unit-of-work.js';
import { instantOf, type CivilDate, type Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import { assertHolds } from '../../kernel/invalid.js';
import { sent } from '../../kernel/merge-patch.js';
import { Refusal } from '../../kernel/refusal.js';
import { dateStands } from '../../referrals/domain/referral.problems.js';
import { attemptDone } from '../domain/admissions.events.js';
import { bedBeforeStart, datePast, notYetThatDay, othersBefore, tooLongAgo } from '../domain/admissions.problems.js';
import type { BeforeOthers, OfferedBy, Outcome, Transport } from '../domain/attempt.codes.js';
import type { Attempt, AttemptWords, BeforeStep } from '../domain/attempt.js';
import { isDayPast, isLapsed, isTooEarly, isTooLongAgo, offerFaults, pastOf } from '../domain/attempt.rules.js';
import { hasStarted } from '../domain/date-steps.js';
import { AttemptStore } from '../persistence/attempt.store.js';
import { WaitingListStore } from '../persistence/waiting-list.store.js';
import type { OfClient } from './admission-desk.js';
import { AttemptClosing } from './attempt-closing.js';
import { BedPromising } from './bed-promising.js';
import { DateSteps } from './date-steps.js';

export interface OfferWish {
  readonly offeredFor: Instant;
  readonly zone: string;
  readonly channel: OfferedBy;
  readonly bedId?: Id;
  readonly answerBy?: Instant;
  readonly beforeOthersBecause?: BeforeOthers;
  readonly transport?: Transport;
  readonly beforeSteps?: readonly BeforeStep[];
  readonly note?: string;
}

/** A date that is over when it is written down: somebody walked in, or nobody had the time before. */
export interface PastWish extends Omit<OfferWish, 'bedId' | 'answerBy' | 'beforeOthersBecause'> {
  readonly outcome: Outcome;
  readonly inTheWay?: string;
  readonly wouldHelp?: string;
  readonly nextTryOn?: CivilDate;
}

/** The next date of a referral, however many there were. */
@Injectable()
export class AttemptOffering {
  constructor(
    private readonly attempts: AttemptStore,
    private readonly waiting: WaitingListStore,
    private readonly beds: BedPromising,
    private readonly steps: DateSteps,
    private readonly closing: AttemptClosing,
  ) {}

  /** @throws Refusal `date_past`, `bed_before_start`, `date_stands`, `others_before`, those of a bed and of the referral's own rules */
  async offer(tx: Tx, at: OfClient, id: Id, wish: OfferWish): Promise<void> {
    const times = inUtc(wish);
    assertHolds(offerFaults(times));
    const field = pastOf(times, tx.now);
    if (field) throw new Refusal(datePast, { field });
    if (wish.bedId !== undefined && hasStarted(at.referral.state)) throw new Refusal(bedBeforeStart);
    await this.endLapsed(tx, at);
    await this.assertTurn(tx, at, wish);
    await this.steps.take(tx, at.referral, 'offer_date', sent({ nextStepBy: times.answerBy }));
    const attempt = await this.drawn(tx, at, id, times);
    const { bedId, serviceId, answerBy: heldUntil } = attempt;
    if (bedId !== null && heldUntil !== null) await this.beds.give(tx, { bedId, serviceId, heldFor: id, heldUntil });
    await this.attempts.add(tx, attempt, sent({ note: wish.note }));
    tx.record(attemptDone('attempt.offered', attempt, at.on));
  }

  /** @throws Refusal `date_stands`, `too_long_ago`, `date_past`, `not_yet_that_day` and those of the referral's own rules */
  async writeDown(tx: Tx, at: OfClient, id: Id, wish: PastWish): Promise<void> {
    const { outcome, nextTryOn = null } = wish;
    if (await this.attempts.live(tx, at.referral.id)) throw new Refusal(dateStands);
    const offered = await this.drawn(tx, at, id, inUtc(wish));
    if (isTooLongAgo(offered.offeredFor, at.referral)) throw new Refusal(tooLongAgo, { field: 'offeredFor' });
    if (isDayPast(nextTryOn, offered.zone, tx.now)) throw new Refusal(datePast, { field: 'nextTryOn' });
    if (isTooEarly(outcome, offered, tx.now)) throw new Refusal(notYetThatDay);
    const attempt: Attempt = { ...offered, state: 'ended', outcome, nextTryOn, endedAt: tx.now };
    const words: AttemptWords = sent({ note: wish.note, inTheWay: wish.inTheWay, wouldHelp: wish.wouldHelp });
    await this.attempts.add(tx, attempt, words);
    tx.record(attemptDone('attempt.written_down', attempt, at.on));
    await this.closing.follow(tx, { ...at, attempt });
  }

  /** An offer that nobody answered in time makes room for the next one. */
  private async endLapsed(tx: Tx, at: OfClient): Promise<void> {
    const attempt = await this.attempts.live(tx, at.referral.id);
    if (!attempt) return;
    if (!isLapsed(attempt, tx.now)) throw new Refusal(dateStands);
    await this.closing.end(tx, { ...at, attempt }, { outcome: 'offer_lapsed' }, { withNext: true });
  }

  private async assertTurn(tx: Tx, { referral }: OfClient, { beforeOthersBecause }: OfferWish): Promise<void> {
    if (beforeOthersBecause !== undefined || hasStarted(referral.state)) return;
    const before = await this.waiting.before(tx, referral.id);
    if (before > 0) throw new Refusal(othersBefore, { before });
  }

  private async drawn(tx: Tx, { referral }: OfClient, id: Id, wish: OfferWish): Promise<Attempt> {
    const { offeredFor, zone, channel, bedId = null, answerBy = null, beforeOthersBecause = null } = wish;
    const { transport = null, beforeSteps = [] } = wish;
    const { clientId, id: referralId, serviceId, round } = referral;
    const number = await this.attempts.nextNumber(tx, referralId);
    return {
      ...{ id, clientId, class: 'coordination', referralId, serviceId, round, number },
      ...{ offeredFor, zone, offeredByChannel: channel, bedId, answerBy, beforeOthersBecause },
      ...{ state: 'offered', outcome: null, confirmedAt: null, confirmedByChannel: null },
      ...{ transport, accompaniedBy: null, beforeSteps, endedAt: null, nextTryOn: null },
      ...{ createdAt: tx.now, createdBy: tx.actor.membershipId },
      ...{ updatedAt: tx.now, updatedBy: tx.actor.membershipId, version: 1 },
    };
  }
}

const inUtc = <Wish extends { offeredFor: Instant; answerBy?: Instant }>(wish: Wish): Wish => ({
  ...wish,
  offeredFor: instantOf(wish.offeredFor),
  ...(wish.answerBy !== undefined && { answerBy: instantOf(wish.answerBy) }),
});
