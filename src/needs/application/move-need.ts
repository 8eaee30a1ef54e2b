import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { refuseStale } from '../../access/refuse-stale.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { sent } from '../../kernel/merge-patch.js';
import { nextState, partFaults } from '../../kernel/move.js';
import { assertFresh } from '../../kernel/fresh.js';
import { assertHolds } from '../../kernel/invalid.js';
import type { Need, ShownNeed } from '../domain/need.js';
import {
  NEED_MOVE_PARTS,
  needLifecycle,
  type ConfirmedBy,
  type NeedMove,
  type NeedState,
} from '../domain/need.lifecycle.js';
import { needDone, needMoved } from '../domain/needs.events.js';
import { NeedStore } from '../persistence/need.store.js';
import { NeedDesk, needView, type NeedView } from './need-desk.js';

export interface NeedMoveWish {
  readonly move: NeedMove;
  /** What was said with it. */
  readonly note?: string;
  /** Of `confirm`: who says so. */
  readonly confirmedBy?: ConfirmedBy;
}

export interface NeedMoveOrder {
  readonly id: Id;
  /** The version that the actor worked from. */
  readonly expected: number;
  readonly receipt: Receipt;
  readonly wish: NeedMoveWish;
}

@Injectable()
export class MoveNeed {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly desk: NeedDesk,
    private readonly needs: NeedStore,
  ) {}

  /** @throws Refusal `not_found`, `class_not_held`, `stale`, `move_not_open` and those of the rules */
  by(actor: Actor, { id, expected, receipt, wish }: NeedMoveOrder): Promise<NeedView> {
    return this.work.run(actor, async (tx) => {
      assertHolds(partFaults(NEED_MOVE_PARTS, wish));
      const before = await this.desk.take(tx, id);
      const { replayed } = await this.receipts.onceOn(tx, receipt, id, async () => {
        assertFresh(expected, before.need.version);
        await this.move(tx, before.need, wish);
      });
      const { need, held } = await this.desk.read(tx, id);
      const made = { move: wish.move, from: before.need.state };
      tx.record(replayed ? needDone('need.read', need, held) : needMoved(need, held, made));
      return needView(tx, need, held);
    });
  }

  private async move(tx: Tx, need: ShownNeed, { move, note, confirmedBy }: NeedMoveWish): Promise<void> {
    const isConfirmed = move !== 'confirm' || confirmedBy !== undefined;
    const state = nextState(needLifecycle, move, need.state, { wantsHelp: need.wantsHelp, isConfirmed });
    const to = { state, ...confirmation(state, confirmedBy, tx.now), ...beginner(tx, need, state) };
    const words = { ...sent(need, ['ownWords', 'teamNote']), ...sent({ moveNote: note }) };
    if (!(await this.needs.change(tx, need, to, words))) refuseStale(need.version, await this.needs.one(tx, need.id));
  }
}

const confirmation = (state: NeedState, by: ConfirmedBy | undefined, now: string): Partial<Need> =>
  state === 'confirmed' ? { confirmedBy: by ?? null, confirmedAt: now } : { confirmedBy: null, confirmedAt: null };

/** Whoever begins works on it, unless somebody is named already. */
const beginner = (tx: Tx, { workedOnBy }: ShownNeed, state: NeedState): Partial<Need> =>
  state === 'working_on' && workedOnBy === null
    ? { workedOnBy: 'member', workedOnByMembershipId: tx.actor.membershipId }
    : {};
