import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import { plusMinutes } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { BREAK_GLASS_STANDS, REVIEW_WITHIN, type BreakGlass, type BreakGlassBecause } from '../domain/break-glass.js';
import { breakGlassDone } from '../domain/break-glass.events.js';
import { breakGlassOpen } from '../domain/break-glass.problems.js';
import { BreakGlassStore } from '../persistence/break-glass.store.js';
import { BreakGlassDesk, viewOf, type BreakGlassView } from './break-glass-desk.js';

export interface BreakGlassWish {
  readonly because: BreakGlassBecause;
  readonly reason: string;
}

/** Opens one client's record in an emergency, to read, for an hour. Her home is told in the same transaction. */
@Injectable()
export class OpenBreakGlass {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly desk: BreakGlassDesk,
    private readonly store: BreakGlassStore,
  ) {}

  /** @throws Refusal `not_found` when nobody has this id, `break_glass_open`, `step_up_needed` */
  by(actor: Actor, clientId: Id, receipt: Receipt, wish: BreakGlassWish): Promise<BreakGlassView> {
    return this.work.run({ ...actor, purpose: 'emergency' }, async (tx) => {
      const { id, replayed } = await this.receipts.once(tx, receipt, (own) => this.open(tx, own, clientId, wish));
      const { record, on } = await this.desk.take(tx, id);
      tx.record(breakGlassDone(replayed ? 'break_glass.read' : 'break_glass.opened', record, on));
      return viewOf(tx, record);
    });
  }

  private async open(tx: Tx, id: Id, clientId: Id, { because, reason }: BreakGlassWish): Promise<void> {
    const standing = await this.store.standing(tx, tx.actor.membershipId, clientId);
    if (standing)
      throw new Refusal(breakGlassOpen, { breakGlassId: standing.id, until: standing.endsAt }, [], clientId);
    const record = recordOf(tx, id, clientId, because);
    if (!(await this.store.open(tx, record, { reason }))) throw new Refusal(notFound, {}, [], clientId);
  }
}

function recordOf({ now, actor }: Tx, id: Id, clientId: Id, because: BreakGlassBecause): BreakGlass {
  const { membershipId, personId, organisationId, role } = actor;
  return {
    ...{ id, clientId, membershipId, personId, organisationId, role, because, state: 'open', openedAt: now },
    ...{ endsAt: plusMinutes(now, BREAK_GLASS_STANDS), reviewDueAt: plusMinutes(now, REVIEW_WITHIN) },
    ...{ closedAt: null, closedBy: null, outcome: null, reviewedAt: null, reviewedBy: null, version: 1 },
  };
}
