import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { assertFresh } from '../../kernel/fresh.js';
import type { Id } from '../../kernel/ids.js';
import { assertHolds } from '../../kernel/invalid.js';
import { partFaults } from '../../kernel/move.js';
import { CONSENT_MOVE_PARTS } from '../domain/consent.lifecycle.js';
import { assertMayMove, ConsentDesk, consentView, type ConsentView } from './consent-desk.js';
import { ConsentMoving, type ConsentMoveWish } from './consent-moving.js';
import { ReadConsent } from './read-consent.js';

export interface ConsentMoveOrder {
  readonly id: Id;
  /** The version that the actor worked from. */
  readonly expected: number;
  readonly receipt: Receipt;
  readonly wish: ConsentMoveWish;
}

@Injectable()
export class MoveConsent {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly desk: ConsentDesk,
    private readonly moving: ConsentMoving,
    private readonly reading: ReadConsent,
  ) {}

  /**
   * In force on the next request. Whoever saw her by it alone sees it once more, in this answer, and then no longer.
   *
   * @throws Refusal `not_found`, `class_not_held`, `consent_kept_at_home`, `stale`, `move_not_open`, `consent_over`,
   *   `withdrawal_is_now`
   */
  by(actor: Actor, { id, expected, receipt, wish }: ConsentMoveOrder): Promise<ConsentView> {
    return this.work.run(actor, async (tx) => {
      assertHolds(partFaults(CONSENT_MOVE_PARTS, wish));
      let moved: ConsentView | undefined;
      await this.receipts.onceOn(tx, receipt, id, async () => {
        const { consent, held } = await this.desk.take(tx, 'consent:move', id);
        assertMayMove(actor, consent, held, wish.move);
        assertFresh(expected, consent.version);
        moved = consentView(tx, await this.moving.within(tx, consent, held, wish), held);
      });
      return moved ?? this.reading.within(tx, id);
    });
  }
}
