import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { assertFresh } from '../../kernel/fresh.js';
import type { Id } from '../../kernel/ids.js';
import type { ReferralWish } from '../domain/referral-moves.js';
import { referralDone } from '../domain/referrals.events.js';
import { CallerReceiving } from './caller-receiving.js';
import { ReferralDesk } from './referral-desk.js';
import { referralView } from './referral-view.js';
import { ReferralMoving } from './referral-moving.js';
import { ReferralShowing, type ReferralWhole } from './referral-showing.js';

export interface ReferralMoveOrder {
  readonly id: Id;
  /** The version that the actor worked from. */
  readonly expected: number;
  readonly receipt: Receipt;
  readonly wish: ReferralWish;
  /** Of `accept`, for a caller: the client of one's own house whom one takes the caller for. */
  readonly clientId?: Id;
}

@Injectable()
export class MoveReferral {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly desk: ReferralDesk,
    private readonly moving: ReferralMoving,
    private readonly receiving: CallerReceiving,
    private readonly showing: ReferralShowing,
  ) {}

  /** @throws Refusal `not_found`, `class_not_held`, `stale`, `move_not_open` and those of the rules */
  by(actor: Actor, { id, expected, receipt, wish, clientId }: ReferralMoveOrder): Promise<ReferralWhole> {
    return this.work.runAsking(
      actor,
      (tx) => [this.receipts.look(tx, receipt), this.desk.taking(tx, id)],
      async (tx, looked, taking) => {
        const before = await this.desk.take(tx, 'referral:write', id, taking);
        let { referral } = before;
        const make = async () => {
          assertFresh(expected, before.referral.version, () => {
            const { openMoves } = referralView(tx, before);
            return { state: before.referral.state, openMoves };
          });
          referral = await this.moving.make(tx, before, wish);
          if (clientId !== undefined) await this.receiving.as(tx, { ...before, referral }, clientId);
        };
        const { replayed } = await this.receipts.onceAs(tx, receipt, { id, make, looked });
        const { found, whole } = await this.showing.again(tx, referral);
        if (replayed) tx.record(referralDone('referral.read', found.referral, found.held));
        return whole;
      },
    );
  }
}
