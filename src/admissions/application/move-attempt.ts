import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { assertFresh } from '../../kernel/fresh.js';
import type { Id } from '../../kernel/ids.js';
import { assertHolds } from '../../kernel/invalid.js';
import { partFaults } from '../../kernel/move.js';
import { attemptDone } from '../domain/admissions.events.js';
import { ATTEMPT_MOVE_PARTS } from '../domain/attempt.lifecycle.js';
import { AdmissionDesk } from './admission-desk.js';
import { AttemptMoves, type AttemptMoveWish } from './attempt-moves.js';
import { attemptView, type AttemptView } from './attempt-view.js';

export interface AttemptMoveOrder {
  readonly id: Id;
  /** The version that the actor worked from. */
  readonly expected: number;
  readonly receipt: Receipt;
  readonly wish: AttemptMoveWish;
}

@Injectable()
export class MoveAttempt {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly desk: AdmissionDesk,
    private readonly moves: AttemptMoves,
  ) {}

  /** @throws Refusal `not_found`, `stale`, `move_not_open`, `bed_gone` and those of the rules of attempt and referral */
  by(actor: Actor, { id, expected, receipt, wish }: AttemptMoveOrder): Promise<AttemptView> {
    return this.work.run(actor, async (tx) => {
      assertHolds(partFaults(ATTEMPT_MOVE_PARTS, wish));
      const at = await this.desk.attempt(tx, 'attempt:write', id);
      const { replayed } = await this.receipts.onceOn(tx, receipt, id, async () => {
        assertFresh(expected, at.attempt.version);
        await this.moves.make(tx, at, wish);
      });
      const { attempt, on } = await this.desk.attempt(tx, 'attempt:read', id);
      if (replayed) tx.record(attemptDone('attempt.read', attempt, on));
      return attemptView(tx, attempt);
    });
  }
}
