import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { assertFresh } from '../../kernel/fresh.js';
import type { Id } from '../../kernel/ids.js';
import { assertHolds } from '../../kernel/invalid.js';
import { partFaults } from '../../kernel/move.js';
import { endFaults } from '../domain/stay.rules.js';
import { stayDone } from '../domain/admissions.events.js';
import { STAY_MOVE_PARTS } from '../domain/stay.lifecycle.js';
import { AdmissionDesk } from './admission-desk.js';
import { StayMoves, type StayMoveWish } from './stay-moves.js';
import { stayView, type StayView } from './stay-view.js';

export interface StayMoveOrder {
  readonly id: Id;
  /** The version that the actor worked from. */
  readonly expected: number;
  readonly receipt: Receipt;
  readonly wish: StayMoveWish;
}

@Injectable()
export class MoveStay {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly desk: AdmissionDesk,
    private readonly moves: StayMoves,
  ) {}

  /** @throws Refusal `not_found`, `stale` and those of `StayMoves` */
  by(actor: Actor, { id, expected, receipt, wish }: StayMoveOrder): Promise<StayView> {
    return this.work.run(actor, async (tx) => {
      assertHolds([...partFaults(STAY_MOVE_PARTS, wish), ...(wish.end ? endFaults(wish.end) : [])]);
      const at = await this.desk.stay(tx, 'stay:write', id);
      const { replayed } = await this.receipts.onceOn(tx, receipt, id, async () => {
        assertFresh(expected, at.stay.version);
        await this.moves.make(tx, at, wish);
      });
      const { stay, on } = await this.desk.stay(tx, 'stay:read', id);
      if (replayed) tx.record(stayDone('stay.read', stay, on));
      return stayView(tx, stay);
    });
  }
}
