import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import { assertHolds } from '../../kernel/invalid.js';
import { partFaults } from '../../kernel/move.js';
import { Refusal } from '../../kernel/refusal.js';
import { ReferralMoving } from '../../referrals/application/referral-moving.js';
import { RECEIVED_MOVE_PARTS, type ReceivedReferral, type ReceivedWish } from '../domain/received-referral.js';
import { packageRead, sessionEnded } from '../domain/receiver-hands.events.js';
import { ReceivedReferralStore } from '../persistence/received-referral.store.js';
import { ReceiverDoor } from '../persistence/receiver-door.js';

/** What whoever came by a link does with the one referral that it is for: read it, answer it, leave. */
@Injectable()
export class ReceivedReferrals {
  constructor(
    private readonly work: UnitOfWork,
    private readonly received: ReceivedReferralStore,
    private readonly moving: ReferralMoving,
    private readonly door: ReceiverDoor,
  ) {}

  /** @throws Refusal `not_found` */
  read(actor: Actor): Promise<ReceivedReferral> {
    return this.work.run(actor, (tx) => this.shown(tx));
  }

  /**
   * Accepts it, declines it or asks about it. Whoever has said no has nothing more to read: their session ends with it.
   *
   * @throws Refusal `not_found`, `stale`, `move_not_open`, `invalid`
   */
  answer(actor: Actor, expected: number, wish: ReceivedWish): Promise<ReceivedReferral> {
    return this.work.run(actor, async (tx) => {
      assertHolds(partFaults(RECEIVED_MOVE_PARTS, wish));
      const before = await this.received.read(tx);
      if (!before) throw new Refusal(notFound);
      await this.moving.byLink(tx, { id: before.id, expected, wish });
      const after = await this.shown(tx);
      if (wish.move === 'decline') await this.end(tx, after);
      return after;
    });
  }

  leave(actor: Actor): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const received = await this.received.read(tx);
      if (!received) throw new Refusal(notFound);
      await this.end(tx, received);
    });
  }

  private async end(tx: Tx, { clientId }: ReceivedReferral): Promise<void> {
    await this.door.endSession(tx);
    tx.record(sessionEnded({ id: tx.actor.membershipId, clientId }));
  }

  private async shown(tx: Tx): Promise<ReceivedReferral> {
    const received = await this.received.read(tx);
    if (!received) throw new Refusal(notFound);
    tx.record(
      packageRead(received, tx.actor.membershipId, { classes: received.sharedClasses, version: received.version }),
    );
    return received;
  }
}
