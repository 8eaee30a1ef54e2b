import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { assertFresh } from '../../kernel/fresh.js';
import type { Id } from '../../kernel/ids.js';
import { nextState } from '../../kernel/move.js';
import { Refusal } from '../../kernel/refusal.js';
import type { LegalHold, LiftReason } from '../domain/legal-hold.js';
import { legalHoldLifecycle, type LegalHoldVerb } from '../domain/legal-hold.lifecycle.js';
import { retentionEvents } from '../domain/retention.events.js';
import { LegalHoldStore } from '../persistence/legal-hold.store.js';

export interface LegalHoldMove {
  readonly move: LegalHoldVerb;
  readonly because: LiftReason;
}

@Injectable()
export class LiftLegalHold {
  constructor(
    private readonly work: UnitOfWork,
    private readonly holds: LegalHoldStore,
  ) {}

  /** @throws Refusal `move_not_open`, `stale`, `not_found` */
  by(actor: Actor, id: Id, expected: number, { move, because }: LegalHoldMove): Promise<LegalHold> {
    return this.work.runWithoutClients(actor, async (tx) => {
      const before = await this.holds.find(tx, id);
      if (!before) throw new Refusal(notFound);
      assertFresh(expected, before.version);
      const state = nextState(legalHoldLifecycle, move, before.state, {});
      const lifted = { liftedBecause: because, liftedAt: tx.now, liftedBy: actor.membershipId };
      const hold = { ...before, state, ...lifted, version: before.version + 1 };
      if (!(await this.holds.lift(tx, hold))) assertFresh(expected, hold.version);
      tx.record(retentionEvents.holdLifted(hold));
      return hold;
    });
  }
}
