import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import { assertFresh } from '../../kernel/fresh.js';
import type { Id } from '../../kernel/ids.js';
import { nextState } from '../../kernel/move.js';
import { Refusal } from '../../kernel/refusal.js';
import { erasureFacts, type Erasure } from '../domain/erasure.js';
import { erasureLifecycle, type ErasureVerb } from '../domain/erasure.lifecycle.js';
import { retentionEvents } from '../domain/retention.events.js';
import { ErasureStore } from '../persistence/erasure.store.js';

export interface ShownErasure {
  readonly erasure: Erasure;
  readonly openMoves: readonly ErasureVerb[];
}

/** The second of two people decides. What is approved is erased at once and for good. */
@Injectable()
export class MoveErasure {
  constructor(
    private readonly work: UnitOfWork,
    private readonly erasures: ErasureStore,
  ) {}

  /**
   * @throws Refusal `erasure_takes_officer`, `erasure_takes_second_person`, `erasure_not_yours`, `legal_hold_stands`,
   *   `erasure_waits`, `move_not_open`, `stale`, `not_found`
   */
  by(actor: Actor, id: Id, expected: number, move: ErasureVerb): Promise<ShownErasure> {
    return this.work.runWithoutClients(actor, async (tx) => {
      const found = await this.erasures.find(tx, id);
      if (!found) throw new Refusal(notFound);
      await this.erasures.lock(tx, found); // a hold placed at this moment comes before or after, never beside
      const before = (await this.erasures.find(tx, id)) ?? found;
      assertFresh(expected, before.version);
      const state = nextState(erasureLifecycle, move, before.state, factsOf(tx, before));
      const { membershipId, personId } = actor;
      const decided = { decidedAt: tx.now, decidedBy: membershipId, decidedByPerson: personId };
      const erasure = { ...before, state, ...decided, version: before.version + 1 };
      if (state === 'erased') await this.erasures.carryOut(tx, before);
      else if (!(await this.erasures.close(tx, erasure))) assertFresh(expected, erasure.version);
      tx.record(EVENTS[move](erasure));
      return shown(tx, erasure);
    });
  }
}

const EVENTS = {
  approve: retentionEvents.erased,
  decline: retentionEvents.erasureDeclined,
  withdraw: retentionEvents.erasureWithdrawn,
} as const;

const factsOf = ({ actor, now }: Tx, erasure: Erasure) =>
  erasureFacts(erasure, { personId: actor.personId, role: actor.role, now });

export const shown = (tx: Tx, erasure: Erasure): ShownErasure => ({
  erasure,
  openMoves: erasureLifecycle.openMoves(erasure.state, factsOf(tx, erasure)),
});
