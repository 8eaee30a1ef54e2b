import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import type { Held } from '../../access/grants.js';
import { reachOf } from '../../access/policy.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import { Records, type ReadRecords } from '../../access/records.js';
import { instantOf, type Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { planRead } from '../domain/care-plan.events.js';
import { planInFuture } from '../domain/care-plan.problems.js';
import { ON_THE_PLAN, PLAN_MOVES, type PlanMove } from '../domain/care-plan.js';
import type { Change } from '../domain/change.js';
import { ChangeStore, type SinceWanted } from '../persistence/change.store.js';
import { PlanParts, type Parts } from './plan-parts.js';

export interface CarePlan extends Parts, ReadRecords {
  readonly clientId: Id;
  /** When this is what the plan says. */
  readonly asOf: Instant;
  readonly openMoves: readonly PlanMove[];
  readonly changed: { readonly since: Instant | null; readonly items: readonly Change[]; readonly more: boolean };
}

export interface PlanView {
  /** The plan as it stood then, under the grants in force now. */
  readonly asOf?: Instant;
  /** Instead of this person's last look. */
  readonly since?: Instant;
}

/** The shared plan: one call, one audit row, all that the actor may see and the names of what they may not. */
@Injectable()
export class ReadCarePlan {
  constructor(
    private readonly work: UnitOfWork,
    private readonly records: Records,
    private readonly parts: PlanParts,
    private readonly changes: ChangeStore,
  ) {}

  /** @throws Refusal `not_found`, `role_may_not`, `plan_in_future` */
  by(actor: Actor, clientId: Id, view: PlanView = {}): Promise<CarePlan> {
    return this.work.run(actor, (tx) => this.within(tx, clientId, view));
  }

  /** For what does more in the same transaction. */
  async within(tx: Tx, clientId: Id, view: PlanView = {}): Promise<CarePlan> {
    const at = pastInstant(tx, view.asOf);
    const wanted = {
      ...(view.since !== undefined && { since: view.since }),
      ...(at !== undefined && { until: at }),
    };
    const { found, ...seen } = await this.records.read(tx, 'care-plan:read', clientId, async (ids) => {
      const [parts, changed] = await Promise.all([this.parts.within(tx, ids, at), this.changed(tx, ids, wanted)]);
      return { ...parts, changed };
    });
    tx.record(...seen.records.map(({ clientId: id, held }) => planRead(id, held, [...held.read], at)));
    return { clientId, asOf: at ?? tx.now, ...seen, openMoves: openMoves(tx.actor, seen.held), ...found };
  }

  private async changed(tx: Tx, ids: readonly Id[], wanted: Omit<SinceWanted, 'limit'>): Promise<CarePlan['changed']> {
    const { since, changes } = await this.changes.since(tx, ids, { ...wanted, limit: ON_THE_PLAN.changes });
    return { since, items: changes.slice(0, ON_THE_PLAN.changes), more: changes.length > ON_THE_PLAN.changes };
  }
}

function pastInstant(tx: Tx, asOf: Instant | undefined): Instant | undefined {
  if (asOf === undefined) return undefined;
  const at = instantOf(asOf);
  if (at > tx.now) throw new Refusal(planInFuture);
  return at;
}

const openMoves = (actor: Actor, held: Held): readonly PlanMove[] =>
  (Object.keys(PLAN_MOVES) as PlanMove[]).filter((move) => {
    const { permission, class: of } = PLAN_MOVES[move];
    return reachOf(actor.role, permission) !== 'none' && held.write.has(of);
  });
