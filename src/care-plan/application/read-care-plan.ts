import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import type { Held } from '../../access/grants.js';
import { reachOf } from '../../access/policy.js';
import { UnitOfWork, type Asking, type Tx } from '../../audit/unit-of-work.js';
import { Records, type ReadRecords, type RecordsRead } from '../../access/records.js';
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

type PlanContent = Parts & Pick<CarePlan, 'changed'>;

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
    return this.work.runAsking(
      actor,
      (tx) => [this.ask(tx, clientId, view)],
      (tx, asked) => this.within(tx, clientId, view, asked),
    );
  }

  /** For what does more in the same transaction. */
  async within(
    tx: Tx,
    clientId: Id,
    view: PlanView = {},
    asked: Promise<RecordsRead<PlanContent>> = this.ask(tx, clientId, view),
  ): Promise<CarePlan> {
    const at = instantIn(view);
    if (at !== undefined && at > tx.now) throw new Refusal(planInFuture);
    const { found, ...seen } = await asked;
    tx.record(...seen.records.map(({ clientId: id, held }) => planRead(id, held, [...held.read], at)));
    return { clientId, asOf: at ?? tx.now, ...seen, openMoves: openMoves(tx.actor, seen.held), ...found };
  }

  private ask(tx: Asking, clientId: Id, view: PlanView): Promise<RecordsRead<PlanContent>> {
    const at = instantIn(view);
    const wanted = { ...(view.since !== undefined && { since: view.since }), ...(at !== undefined && { until: at }) };
    return this.records.read(tx, 'care-plan:read', clientId, async (ids) => {
      const [parts, changed] = await Promise.all([this.parts.within(tx, ids, at), this.changed(tx, ids, wanted)]);
      return { ...parts, changed };
    });
  }

  private async changed(
    tx: Asking,
    ids: readonly Id[],
    wanted: Omit<SinceWanted, 'limit'>,
  ): Promise<CarePlan['changed']> {
    const { since, changes } = await this.changes.since(tx, ids, { ...wanted, limit: ON_THE_PLAN.changes });
    return { since, items: changes.slice(0, ON_THE_PLAN.changes), more: changes.length > ON_THE_PLAN.changes };
  }
}

const instantIn = ({ asOf }: PlanView): Instant | undefined => (asOf === undefined ? undefined : instantOf(asOf));

const openMoves = (actor: Actor, held: Held): readonly PlanMove[] =>
  (Object.keys(PLAN_MOVES) as PlanMove[]).filter((move) => {
    const { permission, class: of } = PLAN_MOVES[move];
    return reachOf(actor.role, permission) !== 'none' && held.write.has(of);
  });
