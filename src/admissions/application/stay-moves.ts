import { Injectable } from '@nestjs/common';
import { refuseStale } from '../../access/refuse-stale.js';
import type { Tx } from '../../audit/unit-of-work.js';
import { instantOf, type Instant } from '../../kernel/civil-time.js';
import { sent } from '../../kernel/merge-patch.js';
import { nextState } from '../../kernel/move.js';
import { Refusal } from '../../kernel/refusal.js';
import { ReferralMoving } from '../../referrals/application/referral-moving.js';
import { stayMoved } from '../domain/admissions.events.js';
import { dateAhead, datePast } from '../domain/admissions.problems.js';
import type { LeaveReason, Naloxone, StayEnd } from '../domain/stay.codes.js';
import type { ShownStay, Stay, StayWords } from '../domain/stay.js';
import { stayLifecycle, type StayMove } from '../domain/stay.lifecycle.js';
import { ENDS } from '../domain/stay.rules.js';
import { KeeperStore } from '../persistence/keeper.store.js';
import { StayStore } from '../persistence/stay.store.js';
import type { OfClient } from './admission-desk.js';
import { BedKeeping } from './bed-keeping.js';
import { DateSteps } from './date-steps.js';
import { Outreach, type FollowUpWish } from './outreach.js';

export interface LeaveWish {
  readonly because: LeaveReason;
  readonly expectedAt?: Instant;
}

/** What is asked of whoever ends a stay, because of what may come after it. */
export interface StayEnding {
  readonly because: StayEnd;
  /** Not asked of somebody who died, and needed of everybody else. */
  readonly naloxone?: Naloxone | undefined;
  /** Null where it is not known. */
  readonly toldOfLowerTolerance?: boolean | null | undefined;
  readonly note?: string;
  /** The proposals, where none are named. */
  readonly followUps?: readonly FollowUpWish[];
}

export interface StayMoveWish {
  readonly move: StayMove;
  /** When it took place; now, where nothing is said. */
  readonly at?: Instant;
  readonly leave?: LeaveWish;
  readonly end?: StayEnding;
}

type StayAtHand = OfClient & { readonly stay: ShownStay };

interface Ended {
  readonly ended: Partial<Stay>;
  readonly words: StayWords;
}

/** What each move of a stay does: to itself, its bed, its referral and what is owed afterwards. */
@Injectable()
export class StayMoves {
  constructor(
    private readonly stays: StayStore,
    private readonly beds: BedKeeping,
    private readonly moving: ReferralMoving,
    private readonly steps: DateSteps,
    private readonly outreach: Outreach,
    private readonly keepers: KeeperStore,
  ) {}

  /** @throws Refusal `move_not_open`, `date_ahead`, `date_past`, `stale` and those of the referral's own rules */
  async make(tx: Tx, at: StayAtHand, wish: StayMoveWish): Promise<void> {
    const when = whenOf(tx, at.stay, wish);
    const { move, leave, end } = wish;
    await this.change(tx, at, move, end && { ended: endOf(end, when), words: sent({ endNote: end.note }) });
    if (leave) await this.leave(tx, at.stay, leave, when);
    else if (move === 'return') await this.stays.back(tx, at.stay.id, when);
    if (end) await this.finish(tx, at, end);
    else if (move === 'retract') await this.takeBack(tx, at);
  }

  private async leave(tx: Tx, stay: Stay, { because, expectedAt }: LeaveWish, leftAt: Instant): Promise<void> {
    const back = expectedAt === undefined ? null : instantOf(expectedAt);
    if (back !== null && back <= leftAt) throw new Refusal(datePast, { field: 'leave/expectedAt' });
    await this.stays.leave(tx, stay, { because, leftAt, expectedAt: back });
  }

  private async finish(tx: Tx, at: StayAtHand, { because, naloxone, followUps }: StayEnding): Promise<void> {
    const { move, ...reason } = ENDS[because];
    await this.giveBack(tx, at.stay);
    if (at.referral.state === 'in_progress') await this.moving.fromLedger(tx, at.referral.id, move, reason);
    if (because === 'deceased') return;
    await this.outreach.followUp(tx, at, followUps, naloxone ?? 'not_known');
    await this.keepers.tellOfLoweredTolerance(tx, at.stay.id);
  }

  /** Nobody moved in: unless somebody came to a date of it, the next one is owed again. */
  private async takeBack(tx: Tx, { stay, referral }: StayAtHand): Promise<void> {
    await this.giveBack(tx, stay);
    await this.steps.takeBackStart(tx, referral, stay.createdAt);
  }

  private giveBack(tx: Tx, { bedId, attemptId, id }: Stay): Promise<void> {
    return this.beds.giveBack(tx, bedId, attemptId, id);
  }

  private async change(tx: Tx, { stay, on }: StayAtHand, move: StayMove, end?: Ended): Promise<void> {
    const state = nextState(stayLifecycle, move, stay.state, {});
    if (!(await this.stays.change(tx, stay, { ...end?.ended, state }, end?.words)))
      refuseStale(stay.version, await this.stays.one(tx, stay.id));
    tx.record(stayMoved({ ...stay, version: stay.version + 1 }, on, { move, from: stay.state, to: state }));
  }
}

const later = (one: Instant, other: Instant): Instant => (one > other ? one : other);

/** @throws Refusal `date_ahead`, `date_past`: neither ahead nor before what was last told of the stay */
function whenOf(tx: Tx, { admittedAt, leaves }: ShownStay, { at = tx.now }: StayMoveWish): Instant {
  const since = leaves.flatMap(({ leftAt, backAt }) => [leftAt, backAt ?? leftAt]).reduce(later, admittedAt);
  const when = instantOf(at);
  if (when > tx.now) throw new Refusal(dateAhead, { field: 'at' });
  if (when < since) throw new Refusal(datePast, { field: 'at' });
  return when;
}

const endOf = ({ because, naloxone, toldOfLowerTolerance }: StayEnding, endedAt: Instant): Partial<Stay> => ({
  ...{ because, naloxone: naloxone ?? null, toldOfLowerTolerance: toldOfLowerTolerance ?? null, endedAt },
});
