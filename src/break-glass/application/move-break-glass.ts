import { Injectable } from '@nestjs/common';
import { roleMayNot } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { refuseStale } from '../../access/refuse-stale.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import { assertFresh } from '../../kernel/fresh.js';
import type { Id } from '../../kernel/ids.js';
import { assertHolds } from '../../kernel/invalid.js';
import { nextState, partFaults } from '../../kernel/move.js';
import { Refusal } from '../../kernel/refusal.js';
import type { ReviewOutcome, ShownBreakGlass } from '../domain/break-glass.js';
import { breakGlassDone } from '../domain/break-glass.events.js';
import { BREAK_GLASS_MOVE_PARTS, breakGlassLifecycle, type BreakGlassMove } from '../domain/break-glass.lifecycle.js';
import { BreakGlassStore, type BreakGlassChange } from '../persistence/break-glass.store.js';
import { BreakGlassDesk, factsOf, mayMove, viewOf, type BreakGlassView } from './break-glass-desk.js';

export interface BreakGlassMoveWish {
  readonly move: BreakGlassMove;
  readonly outcome?: ReviewOutcome;
  readonly note?: string;
}

export interface BreakGlassOrder {
  readonly id: Id;
  readonly expected: number;
  readonly receipt: Receipt;
  readonly wish: BreakGlassMoveWish;
}

const DONE = { close: 'break_glass.closed', review: 'break_glass.reviewed' } as const;

/** Closes it before its hour is over, or says what came of looking at it. */
@Injectable()
export class MoveBreakGlass {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly desk: BreakGlassDesk,
    private readonly store: BreakGlassStore,
  ) {}

  /** @throws Refusal `not_found`, `role_may_not`, `stale`, `move_not_open` and those of the rules */
  by(actor: Actor, { id, expected, receipt, wish }: BreakGlassOrder): Promise<BreakGlassView> {
    return this.work.run(actor, async (tx) => {
      assertHolds(partFaults(BREAK_GLASS_MOVE_PARTS, wish));
      const before = await this.desk.take(tx, id);
      if (!mayMove(tx, before.record, wish.move))
        throw new Refusal(roleMayNot, { role: actor.role, permission: 'break-glass:move' });
      const { replayed } = await this.receipts.onceOn(tx, receipt, id, async () => {
        assertFresh(expected, before.record.version);
        await this.move(tx, before.record, wish);
      });
      const { record, on } = await this.desk.take(tx, id);
      tx.record(breakGlassDone(replayed ? 'break_glass.read' : DONE[wish.move], record, on));
      return viewOf(tx, record);
    });
  }

  private async move(tx: Tx, record: ShownBreakGlass, wish: BreakGlassMoveWish): Promise<void> {
    const state = nextState(breakGlassLifecycle, wish.move, record.state, factsOf(tx, record));
    const change = state === 'reviewed' ? reviewed(tx, record, wish) : closed(tx, record);
    if (!(await this.store.move(tx, record, change))) refuseStale(record.version, await this.store.one(tx, record.id));
  }
}

const NO_REVIEW = { outcome: null, reviewedAt: null, reviewedBy: null, reviewedByPerson: null };

const closed = ({ now, actor }: Tx, { words }: ShownBreakGlass): BreakGlassChange => ({
  ...{ ...NO_REVIEW, state: 'closed', closedAt: now, closedBy: actor.membershipId, words },
});

function reviewed(
  { now, actor }: Tx,
  record: ShownBreakGlass,
  { outcome, note }: BreakGlassMoveWish,
): BreakGlassChange {
  const { closedAt, closedBy, words } = record;
  return {
    ...{ state: 'reviewed', closedAt, closedBy, outcome: outcome ?? null },
    ...{ reviewedAt: now, reviewedBy: actor.membershipId, reviewedByPerson: actor.personId },
    words: { ...words, ...(note !== undefined && { reviewNote: note }) },
  };
}
