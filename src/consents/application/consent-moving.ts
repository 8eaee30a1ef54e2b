import { Injectable } from '@nestjs/common';
import { refuseStale } from '../../access/refuse-stale.js';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Instant } from '../../kernel/civil-time.js';
import { nextState } from '../../kernel/move.js';
import { Refusal } from '../../kernel/refusal.js';
import { TaskSettling } from '../../tasks/application/task-settling.js';
import type { ShownConsent } from '../domain/consent.js';
import { consentMoved } from '../domain/consent.events.js';
import { consentLifecycle, isOver, type ConsentMove } from '../domain/consent.lifecycle.js';
import { withdrawalIsNow } from '../domain/consent.problems.js';
import { ConsentStore } from '../persistence/consent.store.js';
import type { Standing } from './consent-desk.js';

export interface ConsentMoveWish {
  readonly move: ConsentMove;
  /** What was said with it. */
  readonly note?: string;
  /** Asked for only to be told no: it holds from now. */
  readonly at?: Instant;
}

@Injectable()
export class ConsentMoving {
  constructor(
    private readonly consents: ConsentStore,
    private readonly settling: TaskSettling,
  ) {}

  async within(
    tx: Tx,
    before: ShownConsent,
    held: Standing,
    { move, note, at }: ConsentMoveWish,
  ): Promise<ShownConsent> {
    if (at !== undefined) throw new Refusal(withdrawalIsNow);
    const state = nextState(consentLifecycle, move, before.state, { isOver: isOver(before, tx.now) });
    const by = { updatedAt: tx.now, updatedBy: tx.actor.membershipId, version: before.version + 1 };
    const after: ShownConsent = {
      ...before,
      ...(note !== undefined && { moveNote: note }),
      state,
      endedAt: tx.now,
      ...by,
    };
    // The task goes first: with the consent gone, the actor may no longer see it.
    if (held?.write.has(before.class)) await this.settling.of(tx, before.id);
    if (!(await this.consents.end(tx, before, after, note === undefined ? undefined : { moveNote: note }))) {
      refuseStale(before.version, await this.consents.one(tx, before.id));
    }
    await this.consents.tell(tx, before);
    tx.record(consentMoved(after, held ?? {}, move));
    return after;
  }
}
